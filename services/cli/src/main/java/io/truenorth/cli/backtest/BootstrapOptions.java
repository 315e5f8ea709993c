package io.truenorth.cli.backtest;

import io.truenorth.backtest.Bootstrap;
import io.truenorth.cli.command.CommandFailure;
import picocli.CommandLine.Option;

/** Options of the bootstrap, by which confidence intervals are computed. */
final class BootstrapOptions {

    private static final int MOST = 100_000;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Bootstrap resamples, for the 95 %% intervals. Default: ${DEFAULT-VALUE}.")
    private int resamples = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the random numbers; the same seed gives the same result. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long seed = 1;

    Bootstrap bootstrap() {
        if (resamples < 1 || resamples > MOST) {
            throw new CommandFailure("--resamples: expected a number from 1 to " + MOST + ", was " + resamples);
        }
        return new Bootstrap(resamples, seed);
    }
}
