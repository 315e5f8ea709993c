package io.truenorth.gateway.sources.document;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonValue.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Takes members out of a payload and puts others in their places, at random. */
final class Mutations {

    private static final List<JsonValue> OTHERS = List.of(
            new Null(),
            new Truth(true),
            new Number("-1"),
            new Number("1e99"),
            new Number("99999999999999999999999999"),
            new Number("0.5"),
            new Text(""),
            new Text(" \u0000\ud800 "),
            new Text("x".repeat(5000)),
            new Text("yesterday"),
            new Items(List.of()),
            new Items(List.of(new Null(), new Text("*"))),
            new Members(Map.of()));

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    JsonValue of(JsonValue value) {
        if (random.nextInt(25) == 0) {
            return OTHERS.get(random.nextInt(OTHERS.size()));
        }
        if (value instanceof Members members) {
            return of(members);
        }
        if (value instanceof Items items) {
            List<JsonValue> others = new ArrayList<>();
            items.values().forEach(item -> others.add(of(item)));
            return new Items(others);
        }
        return value;
    }

    private Members of(Members members) {
        Map<String, JsonValue> others = new LinkedHashMap<>();
        members.values().forEach((name, value) -> {
            if (random.nextInt(25) > 0) {
                others.put(name, of(value));
            }
        });
        return new Members(others);
    }
}
