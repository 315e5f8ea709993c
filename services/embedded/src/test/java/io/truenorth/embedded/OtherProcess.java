package io.truenorth.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Java process beside the test, on the test's class path. */
final class OtherProcess {
    private OtherProcess() {}

    static Process running(Class<?> main, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits for a line of its output that begins so. */
    static String awaitLine(Process process, String beginning) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("the process ended before it wrote " + beginning);
    }

    /** For the other process: stays until it is killed, or its parent dies. */
    static void hang() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing that is written to it matters.
        }
    }
}
