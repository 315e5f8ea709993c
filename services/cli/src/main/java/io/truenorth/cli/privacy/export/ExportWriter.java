package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.deployment.Deployment;
import io.truenorth.query.ApiJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes JSON Lines, each with its {@code type}. */
public final class ExportWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;
    private final Map<String, Long> counts = new TreeMap<>();
    private Optional<ExportHeader> header;

    /** Writes lines of events alone to a stream, which the caller closes. */
    public ExportWriter(OutputStream out) {
        this(out, Optional.empty());
    }

    /** Writes to a stream, which the caller closes, a header before the first other line. */
    public static ExportWriter withHeader(OutputStream out, DataSubject person, Deployment deployment, Instant now) {
        return new ExportWriter(out, Optional.of(ExportHeader.of(person, deployment, now)));
    }

    private ExportWriter(OutputStream out, Optional<ExportHeader> header) {
        this.out = out;
        this.header = header;
    }

    /** Writes a record of a topic that is the person's. */
    void write(String type, String position, SpecificRecordBase value) {
        write(type, position, value, true);
    }

    /**
     * Writes a record of a topic, with its times in ISO 8601 too. A type of its own is written as {@code event}.
     *
     * @param position partition and offset
     * @param certain whether it is the person's; otherwise it may be somebody else's, and says so
     */
    void write(String type, String position, SpecificRecordBase value, boolean certain) {
        ObjectNode line = object().put("position", position);
        if (!certain) {
            line.put("certain", false);
        }
        object(value)
                .properties()
                .forEach(field -> line.set(field.getKey().equals("type") ? "event" : field.getKey(), field.getValue()));
        write(type, ReadableTimes.added(line));
    }

    /** Writes an object. */
    void write(String type, ObjectNode members) {
        header.ifPresent(first -> writeLine("export", object(first)));
        header = Optional.empty();
        counts.merge(type, 1L, Long::sum);
        writeLine(type, members);
    }

    private void writeLine(String type, ObjectNode members) {
        ObjectNode line = object().put("type", type);
        line.setAll(members);
        writeLine(bytes(line));
    }

    /** Writes a line of a history, as commands that read histories expect it. */
    void writeEvent(EventLine line) {
        counts.merge("event", 1L, Long::sum);
        writeLine(ApiJson.write(line));
    }

    private void writeLine(byte[] json) {
        try {
            out.write(json);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object without members. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A record as an object. */
    static ObjectNode object(Record line) {
        return object(ApiJson.write(line));
    }

    /** A record of a contract as an object. */
    static ObjectNode object(SpecificRecordBase value) {
        // Avro writes its records as JSON.
        return object(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode object(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ObjectNode line) {
        try {
            return JSON.writeValueAsBytes(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines there are by type, without the header. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
