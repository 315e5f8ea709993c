package io.truenorth.cli.score;

import io.truenorth.cli.command.AsOfOption;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.cli.history.HistoryOptions;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truenorth score}: scores all customers of histories, in a machine-readable format. */
@Command(
        name = "score",
        header = "Scores the customers of histories.",
        description = {
            "",
            "Writes one line for each customer, sorted: score and dimensions in micro-points (1,000,000 are one point,"
                    + " the dimensions add up to the score), advocacy mass, detractor risk, stage.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth score history.csv.gz --as-of 2017-10-01",
            "  truenorth score shop.csv --mapping shop.yaml --format csv -o scores.csv",
            "",
            "@|bold A history|@ has one touch per line, as CSV with a header or as JSON Lines, optionally gzipped:",
            "",
            "  customer,ts,channel,kind,direction,sentiment,value,subject",
            "  c-17,1488362400,store,purchase,in,,29.33,shoes",
            "  c-17,1488448800,support,complaint_made,in,-1,,shoes",
            "",
            "ts: epoch seconds; direction: in (the customer) or out (the brand); sentiment: -1 to 1; value: money in"
                    + " major units. The last three columns may be empty or missing, and three more may be added: id, the"
                    + " event's; retracts, the id of an event that the line takes back, with its customer and ts; revision,"
                    + " of which the highest one of an id counts."
        })
public final class ScoreCommand implements Callable<Integer> {
    /** Customers whose scores are computed in parallel before they are written. */
    private static final int SCORED_TOGETHER = 4_096;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more histories.")
    private List<Path> files = List.of();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Mixin
    private ScoreOutputOptions output = new ScoreOutputOptions();

    public ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        options.requireOutputsApart(files, output.file());
        long moment = asOf.at(terminal).toEpochMilli();
        ScoringModel model = options.model();
        return output.write(terminal, place -> write(options.read(files, model, terminal), model, moment, place));
    }

    private int write(CustomerLedgers ledgers, ScoringModel model, long asOf, ScoreOutputOptions.Place place)
            throws IOException {
        RelationshipScoring scoring = new RelationshipScoring(model);
        List<String> customers = ledgers.countedAt(asOf);
        try (ScoreWriter writer = place.open()) {
            for (int from = 0; from < customers.size(); from += SCORED_TOGETHER) {
                List<String> some = customers.subList(from, Math.min(customers.size(), from + SCORED_TOGETHER));
                List<ScoreSnapshot> scores = some.parallelStream()
                        .map(customer -> scoring.snapshot(ledgers.of(customer).orElseThrow(), asOf))
                        .toList();
                for (int i = 0; i < scores.size(); i++) {
                    writer.write(options.nameOf(some.get(i)), scores.get(i));
                }
            }
        }
        terminal.err().println(ledgers.summary(customers.size()));
        return ledgers.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }
}
