package io.truenorth.cli.backtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Histories of real customers, which are not part of the project. */
final class RealHistories {

    private RealHistories() {}

    /** A history; skips the test if it is not there. */
    static String file(String name) {
        Path projectRoot = Path.of("").toAbsolutePath().getParent().getParent();
        Path file = projectRoot.resolveSibling("shared").resolve("data").resolve(name);
        assumeTrue(Files.isReadable(file), "the real history is not here: " + file);
        return file.toString();
    }
}
