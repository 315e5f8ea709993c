package io.truenorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A command and not a test ({@link #COMMAND}): writes each changed schema as its next released version, if it is
 * compatible with the earlier ones. Commit the files written and never change them.
 */
@EnabledIfSystemProperty(named = "truenorth.release-schemas", matches = "true")
class SchemaRelease {
    static final String COMMAND = "mvn -pl schemas -am test -Dtest=SchemaRelease"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtruenorth.release-schemas=true";

    @ParameterizedTest
    @MethodSource("io.truenorth.schemas.AvroTopics#all")
    void releaseIfChanged(Topic<?, ?> topic) throws IOException {
        Schema current = AvroTopics.currentSchema(topic);
        List<Schema> released = ReleasedSchemas.of(topic);
        if (AvroTopics.isNewestRelease(current, released)) {
            return;
        }
        Path next = AvroTopics.releasedFolder(topic).resolve("v" + (released.size() + 1) + ".avsc");
        assertThat(SchemaEvolution.problems(current, released))
                .as("not released as %s", next)
                .isEmpty();
        Files.createDirectories(next.getParent());
        Files.writeString(next, SchemaFormatter.format("json/pretty", current) + "\n");
    }
}
