package io.truenorth.local;

import io.truenorth.local.histories.CustomerLedgers;
import io.truenorth.local.scores.CsvScoreWriter;
import io.truenorth.local.scores.JsonScoreWriter;
import io.truenorth.local.scores.ScoreWriter;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth score}: the score of every customer, for machines. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        versionProvider = Truenorth.Version.class,
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
            "@|bold A history|@ has one touch a line, as CSV with a header or as JSON Lines, gzipped or not:",
            "",
            "  customer,ts,channel,kind,direction,sentiment,value,subject",
            "  c-17,1488362400,store,purchase,in,,29.33,shoes",
            "  c-17,1488448800,support,complaint_made,in,-1,,shoes",
            "",
            "ts: epoch seconds; direction: in (the customer) or out (the brand); sentiment: -1 to 1; value: money in"
                    + " major units. The last three columns may be empty or missing."
        })
final class ScoreCommand implements Callable<Integer> {

    private enum Format {
        jsonl,
        csv
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more histories.")
    private List<Path> files = List.of();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl (one JSON object a line) or csv. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.jsonl;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; the file appears when it is complete. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        options.requireOutputsApart(files, output);
        long asOf = options.asOf(terminal).toEpochMilli();
        ScoringModel model = options.model();
        if (output.isEmpty()) {
            CustomerLedgers ledgers = options.read(files, model, terminal);
            return write(ledgers, model, asOf, new BufferedOutputStream(terminal.out(), 1 << 16));
        }
        try (ResultFile result = ResultFile.at(output.get())) {
            CustomerLedgers ledgers = options.read(files, model, terminal);
            int exitCode = write(ledgers, model, asOf, result.out());
            result.complete();
            return exitCode;
        }
    }

    private int write(CustomerLedgers ledgers, ScoringModel model, long asOf, OutputStream out) throws IOException {
        RelationshipScoring scoring = new RelationshipScoring(model);
        List<String> customers = ledgers.countedAt(asOf);
        try (ScoreWriter writer = format == Format.csv ? new CsvScoreWriter(out) : new JsonScoreWriter(out)) {
            for (String customer : customers) {
                RelationshipLedger ledger = ledgers.of(customer).orElseThrow();
                writer.write(options.nameOf(customer), scoring.standing(ledger, asOf));
            }
        }
        terminal.err().println(ledgers.summary(customers.size()));
        return ledgers.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }
}
