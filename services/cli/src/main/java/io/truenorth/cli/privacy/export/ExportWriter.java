package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.query.ApiJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes JSON Lines, each with its {@code type}. */
public final class ExportWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;
    private final Map<String, Long> counts = new TreeMap<>();

    /** Writes to a stream, which the caller closes. */
    public ExportWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes a record without a type of its own. */
    void write(String type, Record line) {
        write(type, tree(ApiJson.write(line)));
    }

    /**
     * Writes a record of a topic. A type of its own is written as {@code event}.
     *
     * @param position partition and offset
     */
    void write(String type, String position, SpecificRecordBase value) {
        ObjectNode line = JSON.createObjectNode().put("position", position);
        // Avro writes its records as JSON.
        line.setAll((ObjectNode) tree(value.toString().getBytes(StandardCharsets.UTF_8)));
        JsonNode own = line.remove("type");
        if (own != null) {
            line.set("event", own);
        }
        write(type, line);
    }

    /** Writes an object. */
    void write(String type, JsonNode members) {
        ObjectNode line = JSON.createObjectNode().put("type", type);
        line.setAll((ObjectNode) members);
        counts.merge(type, 1L, Long::sum);
        try {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line of a history, as commands that read histories expect it. */
    void writeEvent(EventLine line) {
        counts.merge("event", 1L, Long::sum);
        try {
            out.write(ApiJson.write(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines there are by type. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
