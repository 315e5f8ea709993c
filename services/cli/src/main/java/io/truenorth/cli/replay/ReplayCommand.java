package io.truenorth.cli.replay;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.history.LineSamples;
import io.truenorth.cli.history.ReadingOptions;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.history.CustomerNames;
import io.truenorth.documents.history.ReportingCurrency;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.standalone.SystemDirectory;
import io.truenorth.standalone.terminal.StatusOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth replay}: writes histories to a running deployment. */
@Command(
        name = "replay",
        header = "Writes histories to a running deployment.",
        description = {
            "",
            "Writes every event of the histories to the topic of touchpoints, at its event time, and returns once all"
                    + " are scored. Events have stable ids: an event replayed twice counts once. A file"
                    + " that repeats most lines of an earlier one under another name counts again, with a warning.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth replay history.csv.gz --namespace shop",
            "  truenorth replay shop.csv --mapping shop.yaml --bootstrap-servers kafka:9092 \\",
            "      --registry-url http://registry:8081",
            "",
            "'truenorth score --help' shows the form of a history."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final String SOURCE = "replay";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more histories.")
    private List<Path> files = List.of();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    @Option(
            names = "--namespace",
            paramLabel = "NS",
            defaultValue = "customer",
            description = "Customers are called NS:customer. Default: ${DEFAULT-VALUE}.")
    private String namespace = "customer";

    @Option(names = "--no-wait", description = "Returns once everything is written, without waiting for the scores.")
    private boolean noWait;

    public ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (namespace.isEmpty() || namespace.contains(":")) {
            throw new CommandFailure("--namespace: expected a name without a colon, was '" + namespace + "'");
        }
        reading.requireNoAllowedCustomers();
        reading.requireOutputsApart(files, Optional.empty());
        Deployment deployment = where.deployment(terminal.environment());
        RecordSerdes serdes = deployment.registry().serdes();
        try (UnprocessedRecords unprocessed = new UnprocessedRecords(deployment)) {
            return replay(deployment, serdes, unprocessed);
        } finally {
            serdes.registry().close();
        }
    }

    private int replay(Deployment deployment, RecordSerdes serdes, UnprocessedRecords unprocessed) throws Exception {
        requireAgreement(deployment, unprocessed);
        MoneyConfig money =
                where.configuration(terminal.environment()).deployment().money();
        ReportingCurrency currency = new ReportingCurrency(money.reporting(), money.rates());
        IdentityRules identities = identities(reading.mapping(reading.model()).namespaces());
        String failedTopic =
                deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        Map<Integer, Long> failedBefore = unprocessed.ends(failedTopic);
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        HistoryTouchpoints touchpoints =
                new HistoryTouchpoints(namespace, identities.pseudonyms(), money.reporting(), SOURCE, terminal.clock());
        ReplayWarnings warnings = new ReplayWarnings(earlierReplays(deployment, unprocessed), output, namespace);
        CustomerNames customers = new CustomerNames(namespace, deployment.placeholders(), identities::normalized);
        boolean looked = warnings.before(
                files, samples -> reading.sample(files, reading.model(), customers, currency, terminal, samples));
        LineSamples replayed = new LineSamples(namespace);
        long failed = 0;
        Replay replay;
        try (TouchpointProducer producer = producer(deployment, serdes)) {
            replay = reading.read(
                    files,
                    reading.model(),
                    customers,
                    currency,
                    terminal,
                    replayed,
                    (rejectedLines, progress) -> new Replay(touchpoints, producer, rejectedLines, progress));
            producer.flush();
            warnings.after(replayed, looked, terminal.clock().instant());
            if (!noWait) {
                new Processing(deployment, unprocessed, output).await(replay.sent(), producer.ends());
                FailuresSince records =
                        FailuresSince.of(deployment, SOURCE, failedBefore, unprocessed.ends(failedTopic));
                records.report(output);
                failed = records.count();
            }
        } finally {
            output.clearStatus();
        }
        output.line(replay.summary(failed));
        return replay.isComplete() && failed == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    /** As the gateway treats them: personal values leave this machine as its pseudonyms only. */
    private IdentityRules identities(Set<String> namespaces) {
        if (namespaces.isEmpty()) {
            return IdentityRules.standard(new Pseudonyms(Set.of(), Optional.empty()));
        }
        IdentityRules identities = where.identities(terminal.environment());
        for (String name : namespaces) {
            try {
                identities.pseudonyms().conceal(name, name);
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(e.getMessage() + "; --config names the gateway's configuration");
            }
        }
        return identities;
    }

    /** After partitions were added nothing is processed, and records may be written to a partition that is not read. */
    private static void requireAgreement(Deployment deployment, UnprocessedRecords kafka) throws InterruptedException {
        String touchpoints = deployment.topics().topic(Topics.TOUCHPOINTS).name();
        String scores = deployment.topics().topic(Topics.RELATIONSHIP_SCORES).name();
        int partitions = kafka.ends(touchpoints).size();
        int agreed = kafka.ends(scores).size();
        if (partitions != agreed) {
            throw new CommandFailure(
                    "topic " + touchpoints + " has " + partitions + " partitions, and " + scores + " has "
                            + agreed
                            + ": partitions were added to one of them. Nothing was written, as records are not processed"
                            + " until both have the provisioned number of partitions; see docs/deploy.md, 'Partitions"
                            + " that were added'");
        }
    }

    /** In the directory of the standalone system, else in the user's state directory. */
    private Optional<EarlierReplays> earlierReplays(Deployment deployment, UnprocessedRecords kafka)
            throws InterruptedException {
        Optional<Path> folder = where.localDirectory(terminal.environment())
                .map(SystemDirectory::replays)
                .or(this::stateFolder);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        String name = kafka.clusterId() + "."
                + deployment.topics().topic(Topics.TOUCHPOINTS).name();
        return Optional.of(new EarlierReplays(folder.get().resolve(name)));
    }

    private Optional<Path> stateFolder() {
        Map<String, String> environment = terminal.environment();
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME")).map(home -> Path.of(home, ".local", "state")))
                .map(state -> state.resolve("truenorth").resolve("replays"));
    }

    private static TouchpointProducer producer(Deployment deployment, RecordSerdes serdes) {
        return TouchpointProducer.on(
                deployment.kafka().client("truenorth-replay", Map.of()),
                serdes,
                deployment.topics().topic(Topics.TOUCHPOINTS));
    }
}
