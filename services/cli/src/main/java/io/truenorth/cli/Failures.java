package io.truenorth.cli;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.failed.MissingRecordException;
import io.truenorth.cli.gateway.GatewayFailedException;
import io.truenorth.cli.privacy.NothingKnownException;
import io.truenorth.cli.privacy.ReceiptMissingException;
import io.truenorth.cli.query.QueryFailures;
import io.truenorth.deployment.MissingTopicException;
import io.truenorth.deployment.UnreadablePartitionException;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.embedded.StartRefusedException;
import io.truenorth.producer.SendFailedException;
import io.truenorth.query.QueryFailedException;
import io.truenorth.service.InsufficientResourcesException;
import io.truenorth.service.ResourceExhaustion;
import io.truenorth.service.ServiceFailedException;
import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.kafka.KafkaUnavailableException;
import io.truenorth.service.kafka.TopicMismatchException;
import io.truenorth.standalone.PartFailedException;
import io.truenorth.standalone.UnusableDirectoryException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;

/** Prints the error messages of commands, and maps failures to exit codes. */
final class Failures {

    /** Their messages are written for who typed the command. */
    private static final List<Class<? extends Exception>> EXPECTED = List.of(
            CommandFailure.class,
            InvalidDocumentException.class,
            UnusableHistoryException.class,
            InvalidConfigException.class,
            UnusableDirectoryException.class,
            StartRefusedException.class,
            InsufficientResourcesException.class,
            TopicMismatchException.class,
            MissingTopicException.class,
            MissingRecordException.class,
            NothingKnownException.class,
            KafkaUnavailableException.class,
            QueryFailedException.class);

    private static final List<Class<? extends Exception>> SEVERAL_LINES = List.of(
            InvalidDocumentException.class,
            InvalidConfigException.class,
            TopicMismatchException.class,
            StartRefusedException.class);

    /** What goes wrong under way, when something may be done already; its messages will do, too. */
    private static final List<Class<? extends Exception>> TROUBLE = List.of(
            ServiceFailedException.class,
            PartFailedException.class,
            SendFailedException.class,
            GatewayFailedException.class,
            ReceiptMissingException.class,
            TimeoutException.class,
            UnreadablePartitionException.class,
            ConnectException.class,
            UnknownHostException.class,
            RestClientException.class);

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command line that cannot be understood. */
    int misused(CommandLine.ParameterException e) {
        PrintStream err = terminal.err();
        err.println("truenorth: " + Excerpt.visible(String.valueOf(e.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true, terminal.charset()));
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.UNUSABLE;
    }

    /** A command that threw an exception. */
    int failed(Exception e) {
        if (isBrokenPipe(e)) {
            return ExitCodes.OK;
        }
        boolean nothingDone = EXPECTED.stream().anyMatch(kind -> kind.isInstance(e));
        boolean expected = nothingDone || TROUBLE.stream().anyMatch(kind -> kind.isInstance(e));
        terminal.err().println("truenorth: " + (expected ? message(e) : "failed: " + Excerpt.visible(e.toString())));
        if (!(e instanceof IOException)) {
            ResourceExhaustion.of(e).map(Excerpt::visible).ifPresent(terminal.err()::println);
        }
        if (terminal.stacktraces()) {
            printStackTrace(e);
        } else if (!expected) {
            terminal.err().println("(set TRUENORTH_STACKTRACE=1 for the stack trace)");
        }
        if (e instanceof NothingKnownException) {
            return ExitCodes.NOTHING_KNOWN;
        }
        return nothingDone ? ExitCodes.UNUSABLE : ExitCodes.FAILED;
    }

    /** A command that exhausted memory or the stack. */
    int exhausted(VirtualMachineError e) {
        terminal.err()
                .println(
                        e instanceof OutOfMemoryError
                                ? "truenorth: failed: out of memory; increase the heap with TRUENORTH_JAVA_OPTS=-Xmx4g"
                                : "truenorth: failed: something is nested too deeply ("
                                        + e.getClass().getSimpleName() + ")");
        return ExitCodes.FAILED;
    }

    /** Escapes control characters from input; only lists of problems and excerpts of logs have several lines. */
    private static String message(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof QueryFailedException failure) {
            return Excerpt.visible(QueryFailures.explain(failure));
        }
        if (e instanceof TimeoutException) {
            return "Kafka does not respond (" + Excerpt.visible(message)
                    + "): is it running at the address given by --bootstrap-servers or the configuration?";
        }
        if (e instanceof ConnectException) {
            return "the schema registry does not respond (" + Excerpt.visible(message)
                    + "): is it running at the address given by --registry-url or the configuration?";
        }
        return SEVERAL_LINES.stream().anyMatch(kind -> kind.isInstance(e))
                ? visibleLines(message)
                : Excerpt.visible(message);
    }

    private static String visibleLines(String text) {
        return Stream.of(text.split("\n", -1)).map(Excerpt::visible).collect(Collectors.joining("\n"));
    }

    private void printStackTrace(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        terminal.err().print(visibleLines(trace.toString().replace("\t", "    ")));
    }

    /** Whether the reader of a pipe has closed it. */
    private static boolean isBrokenPipe(Throwable e) {
        return e instanceof IOException && String.valueOf(e.getMessage()).contains("Broken pipe");
    }
}
