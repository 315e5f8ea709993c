package io.truenorth.cli.explain;

import io.truenorth.cli.command.AsOf;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.documents.Excerpt;
import io.truenorth.query.ScoreChangeReport;
import io.truenorth.query.ScoreChangeReport.Effect;
import io.truenorth.query.ScoreChangeReport.ScoreAt;
import io.truenorth.relationship.score.ScoreEffect;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth why}: what has changed the score of a customer of a running system. */
@Command(
        name = "why",
        header = "Tells why the score of a customer has changed.",
        description = {
            "",
            "Asks a running system what has changed the score of a customer between two moments: what happened since, by"
                    + " day, channel and kind; the time that has passed; identities that were joined; and another scoring model."
                    + " The amounts add up to the difference of the scores exactly.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth why crm:c-17 --from 2026-09-01",
            "  truenorth why crm:c-17 --from 2026-09-01 --to 2026-10-01",
            "",
            "For customers of a history: truenorth explain FILE... CUSTOMER --since T"
        })
public final class WhyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "IDENTITY",
            description =
                    "Any identity of the customer, NAMESPACE:VALUE. At the first moment, the customer had what was"
                            + " connected with this identity by then.")
    private String identity = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            description = "The first moment: a date (midnight UTC), a time with offset, or epoch milliseconds.")
    private String from = "";

    @Option(
            names = "--to",
            defaultValue = "now",
            paramLabel = "T",
            description = "The second moment, in the same forms. Default: now.")
    private String to = "now";

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    public WhyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Instant first = AsOf.parse(from, "--from", terminal.clock());
        Instant second = AsOf.parse(to, "--to", terminal.clock());
        if (second.isBefore(first)) {
            throw new CommandFailure("--from: expected a moment not after " + second + ", was " + first);
        }
        String stored = StoredIdentity.of(identity, where, terminal.environment());
        ScoreChangeReport report = where.deployment(terminal.environment())
                .queryClient()
                .why(stored, first.toString(), second.toString())
                .orElseThrow(() -> new CommandFailure("no customer has the identity " + Excerpt.of(identity)
                        + ", or the customer does not consent to scoring"));
        PrintStream out = terminal.text();
        page(report).forEach(line -> out.println(line.stripTrailing()));
        return ExitCodes.OK;
    }

    private List<String> page(ScoreChangeReport report) {
        TerminalStyle style = new TerminalStyle(terminal.isUnicode(), terminal.colours());
        List<String> lines = new ArrayList<>();
        lines.add(style.strong("Customer " + Excerpt.visible(report.customer())));
        lines.add(score(report.from(), style));
        lines.add(score(report.to(), style) + style.dot() + style.strong(ReportFormat.change(report.change())));
        lines.add("");
        List<ScoreEffect> effects =
                report.effects().stream().map(WhyCommand::effect).toList();
        lines.addAll(new ChangeSection(style, terminal.columns()).of(report.causes(), effects));
        return lines;
    }

    private static String score(ScoreAt score, TerminalStyle style) {
        return ReportFormat.time(score.at().toEpochMilli()) + "  " + ReportFormat.points(score.score()) + " points"
                + style.dot() + ReportFormat.name(score.stage());
    }

    private static ScoreEffect effect(Effect effect) {
        return new ScoreEffect(
                effect.cause(),
                effect.dimension(),
                effect.channel(),
                effect.kind(),
                effect.day().map(day -> OptionalInt.of((int) day.toEpochDay())).orElseGet(OptionalInt::empty),
                effect.microPoints());
    }
}
