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
 * Warns of a replay that repeats most lines of an earlier one under another name: its events count once more. Before
 * anything is written, where the files can be read twice.
 */
public final class ReplayWarnings {
    private final Optional<EarlierReplays> earlier;
    private final StatusOutput output;
    private final String namespace;

    /** Reads histories for their samples alone. */
    @FunctionalInterface
    public interface Sampling {
        /** Shows the lines to the samples. */
        void read(LineSamples samples) throws UnusableHistoryException;
    }

    /** @param earlier what is known of earlier replays; nothing where there is no place for it */
    public ReplayWarnings(Optional<EarlierReplays> earlier, StatusOutput output, String namespace) {
        this.earlier = earlier;
        this.output = output;
        this.namespace = namespace;
    }

    /**
     * Warns before anything is written.
     *
     * @return whether it was looked for; not where a file is a pipe, which can be read once
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
     * Warns of what could not be looked for before, and remembers what was written.
     *
     * @param looked what {@link #before} answered
     */
    public void after(LineSamples samples, boolean looked, Instant now) {
        if (!looked) {
            warn(samples);
        }
        earlier.ifPresent(known -> {
            try {
                known.remember(samples, now);
            } catch (IOException e) {
                output.line("what was replayed cannot be remembered, so that nobody is warned of a repetition: "
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
