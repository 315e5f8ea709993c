package io.truenorth.cli.watch;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.TopicTail;
import io.truenorth.documents.Excerpt;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.KeyPartition;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truenorth watch}: follows scores or snapshots of a running deployment. */
@Command(
        name = "watch",
        header = "Follows scores or snapshots of a running system.",
        description = {
            "",
            "Prints the current state, then a line for every change: of one customer (crm:c-1), of one scope (all,"
                    + " region=north, channel=support), or, without either, of every customer. Ends with Ctrl-C.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  truenorth watch crm:c-1", "  truenorth watch all", "  truenorth watch region=north"})
public final class WatchCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "CUSTOMER|SCOPE", arity = "0..1", description = "The customer or scope to watch.")
    private Optional<String> what = Optional.empty();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    public WatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (what.isPresent() && !isScope(what.get()) && !what.get().contains(":")) {
            throw new CommandFailure("expected a customer such as crm:c-1, a scope such as region=north, or all, was "
                    + Excerpt.of(what.get()));
        }
        Deployment deployment = where.deployment(terminal.environment());
        RecordSerdes serdes = deployment.registry().serdes();
        try {
            if (what.filter(WatchCommand::isScope).isPresent()) {
                watchScope(deployment, serdes, what.get());
            } else {
                watchScores(deployment, serdes);
            }
        } finally {
            serdes.registry().close();
        }
        return ExitCodes.OK;
    }

    /** Ids of customers are {@code namespace:value}, scopes {@code name=value}; the first separator decides. */
    private static boolean isScope(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':');
        return text.equals(ScopeNames.ALL) || (equals >= 0 && (colon < 0 || equals < colon));
    }

    private void watchScores(Deployment deployment, RecordSerdes serdes) {
        PrintStream out = terminal.text();
        ScoreLine lines = new ScoreLine();
        try (TopicTail<RelationshipScore> scores =
                TopicTail.of(deployment, serdes, deployment.topics().topic(Topics.RELATIONSHIP_SCORES), what)) {
            scores.skipToEnd();
            if (what.isPresent()) {
                out.println(snapshot(deployment.queryClient(), what.get(), lines));
            }
            scores.follow((customer, score) -> {
                if (what.map(customer::equals).orElse(!KeyPartition.isReserved(customer))) {
                    out.println(Excerpt.visible(score == null ? lines.withdrawn(customer) : lines.of(score)));
                    stopUnread(out, scores);
                }
            });
        }
    }

    private static String snapshot(QueryClient queries, String id, ScoreLine lines) {
        return Excerpt.visible(queries.customer(id)
                .map(customer -> lines.snapshot(
                        customer.asOf().toEpochMilli(),
                        id,
                        customer.score(),
                        customer.stage().name()))
                .orElseGet(() -> lines.unknown(id)));
    }

    private void watchScope(Deployment deployment, RecordSerdes serdes, String scope) {
        PrintStream out = terminal.text();
        try (TopicTail<AdvocacySnapshot> snapshots = TopicTail.of(
                deployment, serdes, deployment.topics().topic(Topics.ADVOCACY_DASHBOARD), Optional.of(scope))) {
            AdvocacySnapshot[] latest = new AdvocacySnapshot[1];
            snapshots.catchUp((name, snapshot) -> {
                if (name.equals(scope)) {
                    latest[0] = snapshot;
                }
            });
            out.println(Excerpt.visible(latest[0] == null ? scope + " is not known yet" : SnapshotLine.of(latest[0])));
            snapshots.follow((name, snapshot) -> {
                if (name.equals(scope)) {
                    out.println(Excerpt.visible(SnapshotLine.of(snapshot)));
                    stopUnread(out, snapshots);
                }
            });
        }
    }

    /** Stops when the reader has closed the output. */
    private static void stopUnread(PrintStream out, TopicTail<?> tail) {
        if (out.checkError()) {
            tail.stop();
        }
    }
}
