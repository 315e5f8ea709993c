package io.truenorth.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every released schema, oldest first, in the text that is registered. Released schemas never change; {@code
 * src/main/released} has one directory per subject.
 */
public final class ReleasedSchemas {
    private ReleasedSchemas() {}

    /**
     * Returns the released schemas of a topic's values: the first is version 1, the last is the one that this version
     * writes.
     *
     * @param topic one of {@link Topics}; released schemas are stored under the plain name, without a prefix
     * @return empty for a topic whose values are not Avro
     */
    public static List<Schema> of(Topic<?, ?> topic) {
        List<Schema> versions = new ArrayList<>();
        Schema next = version(topic, 1);
        while (next != null) {
            versions.add(next);
            next = version(topic, versions.size() + 1);
        }
        return List.copyOf(versions);
    }

    private static @Nullable Schema version(Topic<?, ?> topic, int version) {
        String resource = "/released/" + topic.valueSubject() + "/v" + version + ".avsc";
        try (InputStream text = ReleasedSchemas.class.getResourceAsStream(resource)) {
            return text == null ? null : new Schema.Parser().parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the released schema " + resource, e);
        }
    }
}
