package io.truenorth.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows measured so far, one JSON object per line, so that an interrupted run can be resumed. */
final class ResultsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> path;
    private final List<ResultRow> rows = new ArrayList<>();

    /**
     * Opens a file.
     *
     * @param path empty to keep the rows in memory only
     * @throws BenchmarkFailedException if it has rows of other settings, which cannot be compared
     */
    ResultsFile(Optional<Path> path, Settings settings) throws IOException {
        this.path = path;
        if (path.isPresent() && Files.exists(path.get())) {
            for (String line : Files.readAllLines(path.get())) {
                rows.add(read(path.get(), line));
            }
        }
        for (ResultRow row : rows) {
            if (!row.settings().equals(settings)) {
                throw new BenchmarkFailedException(path.orElseThrow() + " has results of other settings: "
                        + row.settings() + ", expected " + settings + "; use another file");
            }
        }
        rows.removeIf(row -> row.failure() != null);
    }

    private static ResultRow read(Path path, String line) {
        try {
            return JSON.readValue(line, ResultRow.class);
        } catch (IOException e) {
            throw new BenchmarkFailedException(
                    path + ": expected a result as a JSON object per line, was " + line + ": " + e.getMessage());
        }
    }

    /** Adds a row and saves it. */
    void add(ResultRow row) throws IOException {
        rows.add(row);
        if (path.isPresent()) {
            Files.writeString(
                    path.get(),
                    JSON.writeValueAsString(row) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** Returns all rows; of a file, without the failed ones of earlier runs, which are repeated. */
    List<ResultRow> rows() {
        return List.copyOf(rows);
    }
}
