package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonValue.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value that a parser stands at, as a tree of bounded size. */
final class JsonTree {

    private final JsonParser parser;
    private final JsonLimits limits;
    private final Violations violations;
    private int values;

    JsonTree(JsonParser parser, JsonLimits limits, Violations violations) {
        this.parser = parser;
        this.limits = limits;
        this.violations = violations;
    }

    /** Reads the value to its end. Of one with too many parts only the first are kept, and it is flawed. */
    JsonValue read() throws IOException {
        return bounded(value(JsonPath.ROOT));
    }

    /** Reads the value to its end, as what an array holds that has no other items. */
    JsonValue readAsOnlyItem() throws IOException {
        values = 1;
        return bounded(new Items(List.of(value(JsonPath.ROOT.item(0)))));
    }

    private JsonValue bounded(JsonValue value) {
        if (values > limits.mostValues()) {
            violations.add("", "expected up to " + limits.mostValues() + " values in " + limits.what());
        }
        return value;
    }

    private JsonValue value(JsonPath place) throws IOException {
        if (++values > limits.mostValues()) {
            parser.skipChildren();
            return new Null();
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(place);
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case VALUE_NULL -> new Null();
            default -> new Number(parser.getText());
        };
    }

    private JsonValue members(JsonPath place) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonPath member = place.member(name);
            parser.nextToken();
            JsonValue value = value(member);
            if (values <= limits.mostValues() && members.putIfAbsent(name, value) != null) {
                violations.add(member.toString(), "expected every field once, was given twice");
            }
        }
        return new Members(members);
    }

    private JsonValue items(JsonPath place) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValue value = value(place.item(items.size()));
            if (values <= limits.mostValues()) {
                items.add(value);
            }
        }
        return new Items(items);
    }
}
