package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.MainClass;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The contenders on Flink, which are in a module of their own, built by {@code -Pbenchmarks} only. */
final class FlinkModule {
    private static final String MAIN = "io.truenorth.benchmarks.flink.FlinkMain";

    private FlinkModule() {}

    /** Finds its main class in the output directory of the module; empty if it was not built. */
    static Optional<MainClass> find(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("benchmarks-flink-.*\\.jar"))
                    .findFirst()
                    .map(jar -> new MainClass(jar + File.pathSeparator + target.resolve("lib") + "/*", MAIN));
        }
    }
}
