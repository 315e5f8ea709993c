package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonValue.Truth;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Writes JSON on one line, members in the order in which they stand, numbers as they were written. */
public final class JsonWriter {

    private JsonWriter() {}

    /** The text of a value. */
    public static String write(JsonValue value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonLimits.PAYLOAD.factory().createGenerator(text)) {
            write(value, generator);
        } catch (IOException e) {
            throw new AssertionError("a text in memory is written without I/O", e);
        }
        return text.toString();
    }

    private static void write(JsonValue value, JsonGenerator generator) throws IOException {
        if (value instanceof Text text) {
            generator.writeString(text.text());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.text());
        } else if (value instanceof Truth truth) {
            generator.writeBoolean(truth.value());
        } else if (value instanceof Items items) {
            writeItems(items, generator);
        } else if (value instanceof Members members) {
            writeMembers(members, generator);
        } else {
            generator.writeNull();
        }
    }

    private static void writeItems(Items items, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (JsonValue item : items.values()) {
            write(item, generator);
        }
        generator.writeEndArray();
    }

    private static void writeMembers(Members members, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonValue> member : members.values().entrySet()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue(), generator);
        }
        generator.writeEndObject();
    }
}
