package io.truenorth.cli.provision;

import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.deployment.Provisioning;
import io.truenorth.service.kafka.Change;
import io.truenorth.service.kafka.Change.Outcome;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truenorth provision}: creates and corrects topics and schemas. */
@Command(
        name = "provision",
        header = "Creates the topics of a deployment and registers its schemas.",
        description = {
            "",
            "Prints every change. Idempotent: what already matches is left unchanged, and no"
                    + " record is ever deleted. Topics that cannot be corrected, because of their partitions or timestamp"
                    + " type, are reported, and nothing is changed then.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth provision --bootstrap-servers kafka:9092 --registry-url http://registry:8081",
            "  TRUENORTH_TOPICS_PREFIX=eu- truenorth provision --config truenorth.yaml"
        })
public final class ProvisionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    @Option(
            names = "--own-registry",
            description =
                    "The registry is used by this deployment only: sets its global compatibility instead of that of"
                            + " each subject.")
    private boolean ownRegistry;

    public ProvisionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        DeploymentConfig deployment =
                where.configuration(terminal.environment()).deployment();
        Provisioning provisioning = new Provisioning(deployment);
        List<Change> changes = ownRegistry ? provisioning.ofOwnRegistry() : provisioning.ofSharedRegistry();
        PrintStream out = terminal.text();
        changes.forEach(out::println);
        out.println(summary(changes));
        return ExitCodes.OK;
    }

    private static String summary(List<Change> changes) {
        return String.format(
                Locale.ROOT,
                "%d created, %d altered, %d unchanged",
                count(changes, Outcome.CREATED),
                count(changes, Outcome.ALTERED),
                count(changes, Outcome.UNCHANGED));
    }

    private static long count(List<Change> changes, Outcome outcome) {
        return changes.stream().filter(change -> change.outcome() == outcome).count();
    }
}
