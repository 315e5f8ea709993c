package io.truenorth.cli;

import io.truenorth.cli.backtest.BacktestCommand;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.demo.DemoCommand;
import io.truenorth.cli.explain.ExplainCommand;
import io.truenorth.cli.explain.WhyCommand;
import io.truenorth.cli.failed.FailedCommand;
import io.truenorth.cli.history.MappingCommand;
import io.truenorth.cli.identity.IdentityCommand;
import io.truenorth.cli.ledger.LedgerCommand;
import io.truenorth.cli.model.ModelCommand;
import io.truenorth.cli.privacy.PrivacyCommand;
import io.truenorth.cli.provision.ProvisionCommand;
import io.truenorth.cli.replay.ReplayCommand;
import io.truenorth.cli.score.ScoreCommand;
import io.truenorth.cli.score.ScoresCommand;
import io.truenorth.cli.source.SourceCommand;
import io.truenorth.cli.token.TokenCommand;
import io.truenorth.cli.watch.WatchCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line of Truenorth: {@code truenorth COMMAND}. */
@Command(
        name = "truenorth",
        mixinStandardHelpOptions = true,
        versionProvider = Truenorth.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Live relationship scores for every customer, from every touch on every channel.",
        description = {
            "",
            "A customer's relationship score (0 to 100 points) says how deep and how connected the relationship is;"
                    + " beside it stand advocacy, detractor risk and a stage from unknown to advocate.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:unexpected failure; privacy verify: a finding that no receipt allows",
            "2:invalid file, document or command line; nothing was changed",
            "3:some input was rejected, the rest was processed",
            "4:privacy verify: an identity is on no receipt of an erasure",
            "5:privacy erase: nothing is known of the identity; privacy consent: a later consent is known, which stays"
        },
        footerHeading = "%nTo begin with:%n",
        footer = {
            "  truenorth demo",
            "  truenorth score history.csv.gz --as-of 2017-10-01",
            "  truenorth explain history.csv.gz CUSTOMER --as-of 2017-10-01",
            "",
            "For details see truenorth help COMMAND."
        })
public final class Truenorth implements Runnable {

    private Truenorth() {}

    /** Runs a command and ends the process with its exit code. */
    @SuppressWarnings("SystemOut") // There is no terminal before there are libraries.
    public static void main(String[] arguments) {
        OpenFiles.tooFew().ifPresent(why -> {
            System.err.println("truenorth: " + why);
            System.exit(2);
        });
        Terminal terminal = Terminal.ofProcess(System.getProperties(), System.getenv());
        System.exit(run(terminal, arguments));
    }

    /** Runs a command and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        Failures failures = new Failures(terminal);
        CommandLine root = commandLine(terminal);
        try {
            return execute(root, terminal, failures, arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return failures.exhausted(e);
        }
    }

    /** All commands. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine root = new CommandLine(new Truenorth())
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new ScoresCommand(terminal))
                .addSubcommand(LedgerCommand.line(terminal))
                .addSubcommand(new WhyCommand(terminal))
                .addSubcommand(new WatchCommand(terminal))
                .addSubcommand(FailedCommand.line(terminal))
                .addSubcommand(IdentityCommand.line(terminal))
                .addSubcommand(PrivacyCommand.line(terminal))
                .addSubcommand(new ScoreCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new BacktestCommand(terminal))
                .addSubcommand(ModelCommand.line(terminal))
                .addSubcommand(MappingCommand.line(terminal))
                .addSubcommand(SourceCommand.line(terminal))
                .addSubcommand(new ProvisionCommand(terminal))
                .addSubcommand(new TokenCommand(terminal))
                .addSubcommand(new HelpCommand());
        addStandardOptions(root);
        return root;
    }

    private static int execute(CommandLine root, Terminal terminal, Failures failures, String... arguments) {
        return root.setOut(new PrintWriter(terminal.out(), true, terminal.charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((e, args) -> failures.misused(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> failures.failed(e))
                .execute(arguments);
    }

    /** What all commands share: --help and --version, and the exit codes in their help, as scripts depend on them. */
    private static void addStandardOptions(CommandLine root) {
        UsageMessageSpec inherited = root.getCommandSpec().usageMessage();
        for (CommandLine command : root.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            if (spec.findOption("--help") == null) {
                spec.mixinStandardHelpOptions(true).versionProvider(new Version());
            }
            spec.usageMessage()
                    .exitCodeListHeading(inherited.exitCodeListHeading())
                    .exitCodeList(inherited.exitCodeList());
            addStandardOptions(command);
        }
    }

    @Override
    public void run() {
        throw new CommandFailure("expected a command; truenorth --help lists them");
    }

    /** The version in the jar that this class comes from. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Truenorth.class.getPackage().getImplementationVersion();
            return new String[] {"truenorth " + (version == null ? "(not packaged)" : version)};
        }
    }
}
