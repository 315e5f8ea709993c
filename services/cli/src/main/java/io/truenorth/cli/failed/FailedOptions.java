package io.truenorth.cli.failed;

import io.truenorth.cli.command.AsOf;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.schemas.FailedId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options that select failed records. */
final class FailedOptions {

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            split = ",",
            description = "Only records with this reason, such as UNMAPPED; several separated by commas.")
    private List<String> reasons = List.of();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            split = ",",
            description = "Only records of this source; several separated by commas.")
    private List<String> sources = List.of();

    @Option(
            names = "--since",
            paramLabel = "T",
            description = "Only records from this time on: a date, a time with offset, or epoch milliseconds.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--until", paramLabel = "T", description = "Only records before this time.")
    private Optional<String> until = Optional.empty();

    /**
     * The filter of the options.
     *
     * @param ids the ids of the records; empty for all
     * @param resolved whether to include resolved records
     */
    FailedFilter filter(List<String> ids, boolean resolved, Clock clock) {
        return new FailedFilter(
                ids(ids),
                reasons.stream().map(reason -> reason.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
                new HashSet<>(sources),
                moment(since, "--since", clock),
                moment(until, "--until", clock),
                resolved);
    }

    private static Set<FailedId> ids(List<String> texts) {
        return texts.stream().map(FailedOptions::id).collect(Collectors.toSet());
    }

    /** Parses the id of a record. */
    static FailedId id(String text) {
        return FailedId.parse(text)
                .orElseThrow(() -> new CommandFailure("expected the id of a failed record, such as 3-17, was '" + text
                        + "'; see truenorth failed list"));
    }

    private static Optional<Instant> moment(Optional<String> text, String option, Clock clock) {
        return text.map(some -> AsOf.parse(some, option, clock));
    }
}
