package io.truenorth.streams.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.streams.store.WriteBehindStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * Negative control: a write-behind store that writes out in the public {@code commit} of a store, which Kafka Streams
 * calls after the transaction. Generated from the source of the real store, so that nothing else differs.
 */
final class LateStore {
    private static final String HOOK = "public void flushCache() {";
    private static final String LATE_HOOK =
            "public void commit(java.util.Map<org.apache.kafka.common.TopicPartition, Long> offsets) {\n"
                    + "        wrapped().commit(offsets);";

    private LateStore() {}

    /** Compiles it into a directory. */
    static Path compiledInto(Path directory) throws IOException {
        String name = WriteBehindStore.class.getName().replace('.', '/') + ".java";
        String real = Files.readString(Path.of("src/main/java").resolve(name));
        assertThat(real).containsOnlyOnce(HOOK);
        Path source = directory.resolve("sources").resolve(name);
        Files.createDirectories(source.getParent());
        Files.writeString(source, real.replace(HOOK, LATE_HOOK));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).as("the compiler's exit code").isZero();
        return classes;
    }
}
