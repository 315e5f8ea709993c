package io.truenorth.cli.explain;

import io.truenorth.cli.command.AsOf;
import io.truenorth.cli.command.AsOfOption;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.cli.history.HistoryOptions;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth explain}: why one customer stands where they stand, for people. */
@Command(
        name = "explain",
        header = "Explains the score of one customer.",
        description = {
            "",
            "Shows where the points come from, by dimension, channel and kind; what the customer says of us; the curve"
                    + " of the last year; and what comes next if nothing happens.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  truenorth explain history.csv.gz c-17 --as-of 2017-10-01",
            "  truenorth explain shop.csv web.csv c-17 --mapping shop.yaml",
            "  truenorth explain history.csv.gz c-17 --as-of 2017-10-01 --since 2017-07-01",
            "",
            "Colours are shown on a terminal; NO_COLOR=1 turns them off."
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final int MOST_NEAR_NAMES = 5;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE... CUSTOMER",
            hideParamSyntax = true,
            arity = "0..*",
            description = "One or more histories, and the customer to explain.")
    private List<String> filesAndCustomer = List.of();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--since",
            paramLabel = "T",
            description = "Also shows what has changed the score since an earlier moment.")
    private Optional<String> since = Optional.empty();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        int last = filesAndCustomer.size() - 1;
        if (last < 1) {
            throw new CommandFailure("expected a history and a customer: truenorth explain FILE... CUSTOMER");
        }
        List<Path> files =
                filesAndCustomer.subList(0, last).stream().map(Path::of).toList();
        options.requireOutputsApart(files, Optional.empty());
        long moment = asOf.at(terminal).toEpochMilli();
        OptionalLong before = before(moment);
        ScoringModel model = options.model();
        CustomerLedgers ledgers = options.read(files, model, terminal);
        String customer = known(filesAndCustomer.get(last), ledgers);
        RelationshipLedger ledger = ledgers.of(customer).orElseThrow();
        print(page(customer, ledger, new RelationshipScoring(model), before, moment));
        return ledgers.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private OptionalLong before(long moment) {
        if (since.isEmpty()) {
            return OptionalLong.empty();
        }
        long before = AsOf.parse(since.get(), "--since", terminal.clock()).toEpochMilli();
        if (before > moment) {
            throw new CommandFailure("--since: expected a moment not after that of --as-of, "
                    + ReportFormat.time(moment) + ", was " + ReportFormat.time(before));
        }
        return OptionalLong.of(before);
    }

    private String known(String name, CustomerLedgers ledgers) {
        if (ledgers.of(name).isPresent()) {
            return name;
        }
        String customer = options.customerOf(name);
        if (ledgers.of(customer).isEmpty()) {
            List<String> near = NameSuggestions.of(customer, ledgers.customers(), MOST_NEAR_NAMES);
            throw new CommandFailure("no customer " + Excerpt.of(name) + " among "
                    + ledgers.customers().size()
                    + (near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?"));
        }
        return customer;
    }

    private List<String> page(
            String customer, RelationshipLedger ledger, RelationshipScoring scoring, OptionalLong before, long asOf) {
        String name = Excerpt.visible(options.nameOf(customer));
        if (ledger.firstDay().orElseThrow() > Days.lastBefore(asOf)) {
            return List.of(ExplanationText.notYetKnown(name, ledger, asOf));
        }
        TerminalStyle style = new TerminalStyle(terminal.isUnicode(), terminal.colours());
        return new ExplanationText(style, terminal.columns()).of(name, ledger, scoring, before, asOf);
    }

    private void print(List<String> lines) throws IOException {
        String page = lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
        terminal.out().write(page.getBytes(terminal.charset()));
        terminal.out().flush();
    }
}
