package io.truenorth.cli.command;

import io.truenorth.cli.CommandRun;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** Terminals for tests. */
public final class Terminals {

    private Terminals() {}

    /** A terminal whose results go to a stream; what else it is told, {@link #err} tells. */
    public static Terminal withOut(OutputStream out) {
        return new Terminal(
                InputStream.nullInputStream(),
                out,
                new RecordedErr(),
                false,
                false,
                false,
                80,
                StandardCharsets.UTF_8,
                false,
                false,
                Map.of(),
                Clock.fixed(CommandRun.NOW, ZoneOffset.UTC));
    }

    public static String err(Terminal terminal) {
        return ((RecordedErr) terminal.err()).bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class RecordedErr extends PrintStream {
        private final ByteArrayOutputStream bytes;

        RecordedErr() {
            this(new ByteArrayOutputStream());
        }

        private RecordedErr(ByteArrayOutputStream bytes) {
            super(bytes, true, StandardCharsets.UTF_8);
            this.bytes = bytes;
        }
    }
}
