package io.truenorth.cli.backtest;

import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.cli.command.AsOf;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import io.truenorth.relationship.ledger.Days;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options {@code --cut} and {@code --horizon}: when customers are scored, and how long their outcome is observed. */
final class WindowOptions {

    private static final int LONGEST = 36_500;

    @Option(
            names = "--cut",
            paramLabel = "T",
            description =
                    "Customers are scored at this midnight (UTC), by the days before it: a date such as 2017-10-01.")
    private Optional<String> cut = Optional.empty();

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            description = "The outcome is observed on this number of days from the cut on.")
    private Optional<Integer> horizon = Optional.empty();

    /** The window, which must be given. */
    OutcomeWindow required(Terminal terminal) {
        return window(terminal)
                .orElseThrow(() ->
                        new CommandFailure("expected --cut and --horizon, such as --cut 2017-10-01 --horizon 92"));
    }

    /** The window; empty if no option is given. */
    Optional<OutcomeWindow> window(Terminal terminal) {
        if (cut.isEmpty() && horizon.isEmpty()) {
            return Optional.empty();
        }
        if (cut.isEmpty() || horizon.isEmpty()) {
            throw new CommandFailure("expected both --cut and --horizon, or neither of them");
        }
        long moment = AsOf.parse(cut.get(), "--cut", terminal.clock()).toEpochMilli();
        if (moment % Days.MILLIS != 0) {
            throw new CommandFailure("--cut: expected a midnight in UTC, such as 2017-10-01, was " + cut.get());
        }
        int days = horizon.get();
        if (days < 1 || days > LONGEST) {
            throw new CommandFailure("--horizon: expected a number of days from 1 to " + LONGEST + ", was " + days);
        }
        return Optional.of(new OutcomeWindow(Days.of(moment), days));
    }
}
