package io.truenorth.schemas;

import io.truenorth.schemas.Payload.AvroRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What the tests of schemas ask of topics. Paths are relative to the module, where the build runs its tests. */
public final class AvroTopics {
    private static final Path RELEASED = Path.of("src/main/released");

    private AvroTopics() {}

    /** The topics whose values are Avro. */
    public static Stream<Topic<?, ?>> all() {
        return Topics.all().stream().filter(topic -> topic.value() instanceof AvroRecord);
    }

    /** The schema that this build writes to a topic. */
    public static Schema currentSchema(Topic<?, ?> topic) {
        return ((AvroRecord<?>) topic.value()).schema();
    }

    static Path releasedFolder() {
        return RELEASED;
    }

    static Path releasedFolder(Topic<?, ?> topic) {
        return RELEASED.resolve(topic.valueSubject());
    }

    /** Equal to the last doc: the registry takes every change of the text for a new schema. */
    static boolean isNewestRelease(Schema current, List<Schema> released) {
        return !released.isEmpty()
                && released.get(released.size() - 1).toString().equals(current.toString());
    }
}
