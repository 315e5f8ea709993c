package io.truenorth.cli.replay;

import io.truenorth.cli.history.LineSamples;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns of a replay that shares most lines with an earlier one under another name, as its events count again. The check runs before
 * anything is written if the files can be read twice.
 */
public final class ReplayWarnings {
    private final Optional<EarlierReplays> earlier;
    private final StatusOutput output;
    private final String namespace;

    /** Reads histories only for their samples. */
    @FunctionalInterface
    public interface Sampling {
        /** Samples the lines. */
        void read(LineSamples samples) throws UnusableHistoryException;
    }

    /** @param earlier the records of earlier replays; empty if there is no directory for them */
    public ReplayWarnings(Optional<EarlierReplays> earlier, StatusOutput output, String namespace) {
        this.earlier = earlier;
        this.output = output;
        this.namespace = namespace;
    }

    /**
     * Checks before anything is written.
     *
     * @return whether the check was possible; it is not if a file is a pipe, which can be read only once
     */
    public boolean before(List<Path> files, Sampling sampling) throws UnusableHistoryException {
        if (!files.stream().allMatch(Files::isRegularFile)) {
            return false;
        }
        if (files.size() > 1 || earlier.filter(known -> !known.isEmpty()).isPresent()) {
            LineSamples samples = new LineSamples(namespace);
            sampling.read(samples);
            warn(samples);
        }
        return true;
    }

    /**
     * Checks now if that was not possible before, and records the replay.
     *
     * @param looked the result of {@link #before}
     */
    public void after(LineSamples samples, boolean looked, Instant now) {
        if (!looked) {
            warn(samples);
        }
        earlier.ifPresent(known -> {
            try {
                known.remember(samples, now);
            } catch (IOException e) {
                output.line("the replay cannot be recorded, so there will be no warning if it is repeated: "
                        + e.getMessage());
            }
        });
    }

    private void warn(LineSamples samples) {
        Stream.concat(
                        samples.repetitions().stream(),
                        earlier.stream().flatMap(known -> known.repetitions(samples).stream()))
                .forEach(output::line);
    }
}
