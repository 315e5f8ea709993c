package io.truenorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the schemas of this build with all released ones. */
class ReleasedSchemasTest {
    private static final String AVRO_TOPICS = "io.truenorth.schemas.AvroTopics#all";

    @ParameterizedTest
    @MethodSource(AVRO_TOPICS)
    void theCurrentSchemaIsTheNewestRelease(Topic<?, ?> topic) {
        Schema current = AvroTopics.currentSchema(topic);
        List<Schema> released = ReleasedSchemas.of(topic);

        assertThat(AvroTopics.isNewestRelease(current, released))
                .as(
                        "changed schema of %s (the registry stores its text, docs included): release it as v%d by%n  %s",
                        topic.valueSubject(), released.size() + 1, SchemaRelease.COMMAND)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(AVRO_TOPICS)
    void theCurrentSchemaMayFollowAllThatWereReleased(Topic<?, ?> topic) {
        assertThat(SchemaEvolution.problems(AvroTopics.currentSchema(topic), ReleasedSchemas.of(topic)))
                .as("the schema of %s is incompatible with its releases (FULL_TRANSITIVE)", topic.valueSubject())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(AVRO_TOPICS)
    void releasesAreNumberedWithoutAGap(Topic<?, ?> topic) throws IOException {
        int releases = ReleasedSchemas.of(topic).size();

        assertThat(namesIn(AvroTopics.releasedFolder(topic)))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, releases)
                        .mapToObj(version -> "v" + version + ".avsc")
                        .toList());
    }

    @Test
    void everyFolderIsASubject() throws IOException {
        assertThat(namesIn(AvroTopics.releasedFolder()))
                .containsExactlyInAnyOrderElementsOf(
                        AvroTopics.all().map(Topic::valueSubject).toList());
    }

    @Test
    void aTopicOfBytesHasNoReleases() {
        assertThat(ReleasedSchemas.of(Topics.TOUCHPOINTS_FAILED)).isEmpty();
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
