package io.truenorth.schemas;

import io.truenorth.schemas.Payload.AvroRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Access to topics and schemas for tests. Paths are relative to the module, the working directory of the tests. */
public final class AvroTopics {
    private static final Path RELEASED = Path.of("src/main/released");

    private AvroTopics() {}

    /** Returns the topics whose values are Avro. */
    public static Stream<Topic<?, ?>> all() {
        return Topics.all().stream().filter(topic -> topic.value() instanceof AvroRecord);
    }

    /** Returns the schema that this build writes to a topic. */
    public static Schema currentSchema(Topic<?, ?> topic) {
        return ((AvroRecord<?>) topic.value()).schema();
    }

    static Path releasedFolder() {
        return RELEASED;
    }

    static Path releasedFolder(Topic<?, ?> topic) {
        return RELEASED.resolve(topic.valueSubject());
    }

    /** Compares the text including docs, since the registry treats any change of it as a new schema. */
    static boolean isNewestRelease(Schema current, List<Schema> released) {
        return !released.isEmpty()
                && released.get(released.size() - 1).toString().equals(current.toString());
    }
}
