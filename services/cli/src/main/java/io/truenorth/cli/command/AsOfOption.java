package io.truenorth.cli.command;

import java.time.Instant;
import picocli.CommandLine.Option;

/** The option {@code --as-of} of commands that score at a point in time. */
public final class AsOfOption {

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = {
                "Point in time: a date (midnight UTC), a time with offset, epoch milliseconds, or"
                        + " now. Includes the days that began before it. Default: now."
            })
    private String asOf = "now";

    /** The point in time. */
    public Instant at(Terminal terminal) {
        return AsOf.parse(asOf, terminal.clock());
    }
}
