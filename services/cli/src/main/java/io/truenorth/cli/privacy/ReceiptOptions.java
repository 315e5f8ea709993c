package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.documents.Excerpt;
import io.truenorth.query.ApiJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of commands that wait for receipts. */
final class ReceiptOptions {
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    private enum Format {
        text,
        jsonl
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or jsonl (one JSON object a line). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the receipt; 0 does not wait. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    /** How long to wait for a receipt. */
    Duration patience() {
        if (seconds < 0 || seconds > LONGEST_SECONDS) {
            throw new CommandFailure("--wait: expected 0 to " + LONGEST_SECONDS + " seconds, was " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    boolean isJson() {
        return format == Format.jsonl;
    }

    void print(PrivacyReceipt receipt, Terminal terminal) {
        ReceiptReport report = ReceiptReport.of(receipt);
        if (isJson()) {
            printJson(report, terminal);
        } else {
            PrintStream out = terminal.text();
            ReceiptText.of(report).forEach(line -> out.println(Excerpt.visible(line)));
        }
    }

    /** Prints whom an erasure would concern. */
    void print(ErasurePreview preview, Terminal terminal) {
        if (isJson()) {
            printJson(preview, terminal);
        } else {
            PrintStream out = terminal.text();
            preview.lines("would erase").forEach(line -> out.println(Excerpt.visible(line)));
        }
    }

    static void printJson(Record line, Terminal terminal) {
        try {
            terminal.out().write(ApiJson.write(line));
            terminal.out().write('\n');
            terminal.out().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
