package io.truenorth.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;

/**
 * What a command touches of the outside world.
 *
 * @param out where results go
 * @param err where everything else goes
 * @param outIsTerminal whether a person looks at the results as they come
 * @param errIsTerminal whether lines of {@code err} can be rewritten in place
 * @param columns how wide the terminal is
 * @param charset what the terminal understands
 * @param colours whether colours are welcome
 * @param stacktraces whether an unexpected failure is shown in full
 * @param environment the variables of the process
 * @param clock what tells the time
 */
public record Terminal(
        OutputStream out,
        PrintStream err,
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
     * The terminal of this process. What Java cannot know of it the launcher tells by the system properties {@code
     * truenorth.out.terminal}, {@code truenorth.err.terminal} and {@code truenorth.columns}.
     */
    public static Terminal ofProcess(Properties properties, Map<String, String> environment) {
        Charset charset = Charset.forName(properties.getProperty("native.encoding", "UTF-8"));
        boolean outIsTerminal = Boolean.parseBoolean(properties.getProperty("truenorth.out.terminal"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
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

    /** Results as text, for people who watch them come. */
    public PrintStream text() {
        return new PrintStream(out, true, charset);
    }

    /** Whether bars and curves may be drawn with more than ASCII. */
    public boolean isUnicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
