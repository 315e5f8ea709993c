package io.truenorth.cli;

import io.truenorth.cli.command.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A command that was run in this process, and all that came of it. */
public record CommandRun(int exitCode, String out, String err) {

    private static final String NO_INPUT = "";

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Runs a command as from a script. */
    public static CommandRun of(String... arguments) {
        return at(NOW, arguments);
    }

    /** Runs a command as from a script, at a moment. */
    public static CommandRun at(Instant now, String... arguments) {
        return of(now, StandardCharsets.UTF_8, false, arguments);
    }

    /** Runs a command as from a script, at the time of the clock. */
    public static CommandRun now(String... arguments) {
        return of(Clock.systemUTC(), StandardCharsets.UTF_8, false, arguments);
    }

    /** Runs a command on a terminal with colours. */
    public static CommandRun onColourTerminal(String... arguments) {
        return of(NOW, StandardCharsets.UTF_8, true, arguments);
    }

    /** Runs a command on a terminal that understands ASCII only. */
    public static CommandRun inAscii(String... arguments) {
        return of(NOW, StandardCharsets.US_ASCII, false, arguments);
    }

    /** Runs a command as from a script, with environment variables. */
    public static CommandRun in(Map<String, String> environment, String... arguments) {
        return of(NO_INPUT, Clock.fixed(NOW, ZoneOffset.UTC), StandardCharsets.UTF_8, false, environment, arguments);
    }

    /** Runs a command on a terminal where the questions get an answer. */
    public static CommandRun answering(String answer, String... arguments) {
        return of(
                answer + "\n",
                Clock.fixed(NOW, ZoneOffset.UTC),
                StandardCharsets.UTF_8,
                true,
                Map.of("NO_COLOR", "1"),
                arguments);
    }

    private static CommandRun of(Instant now, Charset charset, boolean terminal, String... arguments) {
        return of(Clock.fixed(now, ZoneOffset.UTC), charset, terminal, arguments);
    }

    private static CommandRun of(Clock clock, Charset charset, boolean terminal, String... arguments) {
        return of(NO_INPUT, clock, charset, terminal, Map.of(), arguments);
    }

    private static CommandRun of(
            String input,
            Clock clock,
            Charset charset,
            boolean terminal,
            Map<String, String> environment,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal console = new Terminal(
                new ByteArrayInputStream(input.getBytes(charset)),
                out,
                new PrintStream(err, true, charset),
                !input.isEmpty(),
                terminal,
                terminal,
                90,
                charset,
                terminal,
                false,
                environment,
                clock);
        int exitCode = Truenorth.run(console, arguments);
        return new CommandRun(exitCode, out.toString(charset), err.toString(charset));
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
