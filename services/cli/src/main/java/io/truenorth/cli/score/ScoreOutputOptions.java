package io.truenorth.cli.score;

import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the output of scores. */
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
            description = "jsonl (one JSON object per line) or csv. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.jsonl;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The output file, which is created once it is complete. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    /** The output file, if any. */
    Optional<Path> file() {
        return output;
    }

    /**
     * Checks the output, then runs a command that writes scores.
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
         * Writes all scores.
         *
         * @param place the output, to be opened before the first score is written
         * @return the exit code
         */
        int writeTo(Place place) throws Exception;
    }

    /** The output of scores. */
    @FunctionalInterface
    interface Place {
        /** Opens a writer, which the caller closes. */
        ScoreWriter open() throws IOException;
    }
}
