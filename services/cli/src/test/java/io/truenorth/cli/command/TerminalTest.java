package io.truenorth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void theLauncherTellsWhatJavaCannotKnow() {
        Terminal terminal = Terminal.ofProcess(
                properties(
                        "truenorth.in.terminal",
                        "true",
                        "truenorth.out.terminal",
                        "true",
                        "truenorth.err.terminal",
                        "true",
                        "truenorth.columns",
                        "97"),
                Map.of("TERM", "xterm", "TRUENORTH_STACKTRACE", "1"));

        assertThat(terminal.canAsk()).isTrue();
        assertThat(terminal.outIsTerminal()).isTrue();
        assertThat(terminal.errIsTerminal()).isTrue();
        assertThat(terminal.columns()).isEqualTo(97);
        assertThat(terminal.colours()).isTrue();
        assertThat(terminal.stacktraces()).isTrue();
        assertThat(terminal.isUnicode()).isTrue();
    }

    @Test
    void untoldItIsNoTerminal() {
        Terminal terminal = Terminal.ofProcess(properties("truenorth.columns", ""), Map.of("TERM", "xterm"));

        assertThat(terminal.canAsk()).isFalse();
        assertThat(terminal.outIsTerminal()).isFalse();
        assertThat(terminal.errIsTerminal()).isFalse();
        assertThat(terminal.columns()).isEqualTo(80);
        assertThat(terminal.colours()).isFalse();
        assertThat(terminal.stacktraces()).isFalse();
    }

    @Test
    void coloursAreForThoseWhoWantThem() {
        Properties onTerminal = properties("truenorth.out.terminal", "true");

        assertThat(Terminal.ofProcess(onTerminal, Map.of("TERM", "xterm", "NO_COLOR", "1"))
                        .colours())
                .isFalse();
        assertThat(Terminal.ofProcess(onTerminal, Map.of("TERM", "xterm", "NO_COLOR", ""))
                        .colours())
                .isTrue();
        assertThat(Terminal.ofProcess(onTerminal, Map.of("TERM", "dumb")).colours())
                .isFalse();
    }

    @Test
    void aTerminalThatKnowsAsciiOnlyGetsNoMore() {
        assertThat(Terminal.ofProcess(properties("native.encoding", "ANSI_X3.4-1968"), Map.of())
                        .isUnicode())
                .isFalse();
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
