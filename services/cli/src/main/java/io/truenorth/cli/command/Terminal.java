package io.truenorth.cli.command;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;

/**
 * The environment of a command: streams, terminal, variables, clock.
 *
 * @param in standard input, for answers to questions
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param inIsTerminal whether standard input is a terminal
 * @param outIsTerminal whether standard output is a terminal
 * @param errIsTerminal whether standard error is a terminal
 * @param columns width of the terminal
 * @param charset encoding of the terminal
 * @param colours whether to use colours
 * @param stacktraces whether to print stack traces
 * @param environment environment variables
 * @param clock the clock
 */
public record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        Charset charset,
        boolean colours,
        boolean stacktraces,
        Map<String, String> environment,
        Clock clock) {

    private static final int STANDARD_COLUMNS = 80;

    /**
     * The terminal of this process. The launcher passes what Java cannot detect in the system properties {@code
     * truenorth.in.terminal}, {@code truenorth.out.terminal}, {@code truenorth.err.terminal} and {@code truenorth.columns}.
     */
    public static Terminal ofProcess(Properties properties, Map<String, String> environment) {
        Charset charset = Charset.forName(properties.getProperty("native.encoding", "UTF-8"));
        boolean outIsTerminal = Boolean.parseBoolean(properties.getProperty("truenorth.out.terminal"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                Boolean.parseBoolean(properties.getProperty("truenorth.in.terminal")),
                outIsTerminal,
                Boolean.parseBoolean(properties.getProperty("truenorth.err.terminal")),
                columns(properties.getProperty("truenorth.columns", "")),
                charset,
                outIsTerminal && !noColour,
                !environment.getOrDefault("TRUENORTH_STACKTRACE", "").isEmpty(),
                environment,
                Clock.systemUTC());
    }

    private static int columns(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : STANDARD_COLUMNS;
    }

    /** Whether a question is seen, and can be answered. */
    public boolean canAsk() {
        return inIsTerminal && errIsTerminal;
    }

    /** Asks for a line; empty if there is none. */
    public String ask(String question) throws IOException {
        err.print(question);
        err.flush();
        String answer = new BufferedReader(new InputStreamReader(in, charset)).readLine();
        return answer == null ? "" : answer.strip();
    }

    /** Standard output as text, flushed by line. */
    public PrintStream text() {
        return new PrintStream(out, true, charset);
    }

    /** Whether the terminal supports more than ASCII. */
    public boolean isUnicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
