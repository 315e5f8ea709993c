package io.truenorth.cli.failed;

import io.truenorth.documents.Excerpt;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints the details of one failed record. */
public final class FailedPage {
    private static final int MOST_BYTES = 4096;

    private final Function<byte[], Optional<String>> decoded;

    /** @param decoded the value as JSON, if it is a readable touchpoint in Confluent's wire format */
    public FailedPage(Function<byte[], Optional<String>> decoded) {
        this.decoded = decoded;
    }

    /** Prints it. */
    public void print(FailedRecord record, PrintStream out) {
        FailedTouchpoint failure = record.failure();
        line(out, "record", record.id().toString());
        line(out, "state", record.resolution().map(Object::toString).orElse("open"));
        line(out, "reason", failure.reason());
        line(out, "", failure.knownReason().map(FailureReason::meaning).orElse("(known to a newer version)"));
        line(out, "where", failure.path().isEmpty() ? "the whole record" : failure.path());
        line(out, "message", failure.message());
        line(out, "source", failure.source().isEmpty() ? "unknown" : failure.source());
        line(out, "arrived", Instant.ofEpochMilli(failure.timestamp()).toString());
        line(out, "received", cameBy(failure));
        FailedTouchpoint.requestHeaders(record.headers())
                .forEach((name, value) -> line(out, "header", name + ": " + value));
        line(out, "key", key(record.key()));
        out.println();
        out.println(value(record.value()));
    }

    private static void line(PrintStream out, String name, String value) {
        out.println(String.format("%-8s  %s", name, Excerpt.visible(value)));
    }

    private static String cameBy(FailedTouchpoint failure) {
        return failure.isFromGateway()
                ? "the gateway"
                : "the topic " + failure.topic() + ", partition " + failure.partition() + ", offset "
                        + failure.offset();
    }

    private static String key(byte @Nullable [] key) {
        return key == null ? "none" : text(key).orElseGet(() -> hex(key));
    }

    private String value(byte @Nullable [] value) {
        if (value == null) {
            return "(no value)";
        }
        return decoded.apply(value).or(() -> text(value)).map(Excerpt::visible).orElseGet(() -> hex(value));
    }

    private static Optional<String> text(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.codePoints().allMatch(FailedPage::isPrintable) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPrintable(int point) {
        return !Character.isISOControl(point) || point == '\n' || point == '\r' || point == '\t';
    }

    private static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, MOST_BYTES);
        String more = bytes.length > shown ? " … (" + bytes.length + " bytes)" : "";
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown) + more;
    }
}
