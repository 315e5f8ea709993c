package io.truenorth.cli.score;

import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How commands write scores. */
final class ScoreOutputOptions {
    private static final int BUFFER = 1 << 16;

    private enum Format {
        jsonl,
        csv
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl (one JSON object a line) or csv. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.jsonl;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; the file appears when it is complete. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    /** The file that is written, if it is one. */
    Optional<Path> file() {
        return output;
    }

    /**
     * Has scores written; that they can be is seen to before anything else is done.
     *
     * @return the exit code
     */
    int write(Terminal terminal, Scores scores) throws Exception {
        if (output.isEmpty()) {
            return scores.writeTo(() -> writer(new BufferedOutputStream(terminal.out(), BUFFER)));
        }
        try (ResultFile result = ResultFile.at(output.get())) {
            int exitCode = scores.writeTo(() -> writer(result.out()));
            result.complete();
            return exitCode;
        }
    }

    private ScoreWriter writer(OutputStream out) throws IOException {
        return format == Format.csv ? new CsvScoreWriter(out) : new JsonScoreWriter(out);
    }

    /** Writes scores. */
    @FunctionalInterface
    interface Scores {
        /**
         * Writes all of them.
         *
         * @param place opened once there is something to write
         * @return the exit code
         */
        int writeTo(Place place) throws Exception;
    }

    /** Where scores go. */
    @FunctionalInterface
    interface Place {
        /** A writer to it, which the caller closes. */
        ScoreWriter open() throws IOException;
    }
}
