package io.truenorth.cli.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.PayloadReader;
import io.truenorth.gateway.body.UnreadableBodyException;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.sources.document.Source;
import io.truenorth.gateway.sources.document.Source.Webhook;
import io.truenorth.gateway.sources.document.SourceDocument;
import io.truenorth.gateway.sources.mapping.RequestMethod;
import io.truenorth.service.logging.Logging;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth source check}: validates the document of a source, and maps payloads with it. */
@Command(
        name = "check",
        header = "Validates the document of a source, and shows the events that payloads are mapped to.",
        description = {
            "",
            "Reports all errors in the document with their paths. For each payload it prints the resulting events with"
                    + " the origin of each field, the reason why it is ignored, or what is missing. Signatures are not"
                    + " verified, and nothing is sent. Exit code 3: a payload is unmapped, or violates the contract.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth source check shop.yaml",
            "  truenorth source check stripe payload.json",
            "  truenorth source check shop.yaml order.form --query 'shop=7'",
            "  curl -s https://… | truenorth source check github - --header 'X-GitHub-Event: issues'"
        })
final class SourceCheckCommand implements Callable<Integer> {

    private static final String STDIN = "-";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A document, or the name of a built-in source.")
    private String document = "";

    @Parameters(index = "1..*", paramLabel = "PAYLOAD", description = "Files with JSON or forms; - for standard input.")
    private List<String> payloads = new ArrayList<>();

    @Option(names = "--header", paramLabel = "'NAME: VALUE'", description = "A header of the payloads.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description =
                    "The content type of the payloads, such as application/x-www-form-urlencoded, which is that of files"
                            + " .form, or multipart/form-data, that of files .multipart. Others are JSON.")
    private String contentType = "";

    @Option(names = "--query", paramLabel = "QUERY", description = "The query of the URL, such as a=b&c=d.")
    private String query = "";

    SourceCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Logging.silence();
        Source source = source();
        Map<String, String> sent = headers();
        PrintStream out = terminal.text();
        describe(source, out);
        boolean good = true;
        for (String payload : payloads) {
            Webhook webhook = source.webhook()
                    .orElseThrow(
                            () -> new CommandFailure("PAYLOAD: expected only with a source that accepts webhooks"));
            JsonNode json = json(payload, webhook);
            out.println(Excerpt.visible(payload) + ":");
            good &= print(
                    webhook.mapping().map(json, sent, terminal.clock().instant()),
                    source.sender().region(),
                    out);
        }
        return good ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private Source source() {
        Path file = Path.of(document);
        return Files.exists(file)
                ? SourceDocument.at(file)
                : SourceDocument.shipped(document).orElseGet(() -> SourceDocument.at(file));
    }

    private static void describe(Source source, PrintStream out) {
        source.webhook()
                .ifPresentOrElse(
                        webhook -> {
                            out.println(source.name() + ": a webhook, checked by "
                                    + webhook.signature().description());
                            line(
                                    out,
                                    "secrets",
                                    source.secrets().stream()
                                            .map(Object::toString)
                                            .toList());
                            line(out, "headers", webhook.mapping().headers());
                            line(out, "query", webhook.mapping().queryParameters());
                            line(out, "kinds", webhook.mapping().kinds());
                        },
                        () -> out.println(source.name() + ": no webhook; payloads are not mapped by the document"));
    }

    private static void line(PrintStream out, String word, Iterable<String> texts) {
        if (texts.iterator().hasNext()) {
            out.println("  " + String.format("%-9s", word) + " " + String.join(", ", texts));
        }
    }

    private boolean print(List<Outcome> outcomes, Optional<String> region, PrintStream out) {
        OutcomeText text = new OutcomeText(out, terminal.clock().instant(), region);
        boolean good = true;
        for (Outcome outcome : outcomes) {
            good &= text.print(outcome);
        }
        return good;
    }

    private JsonNode json(String payload, Webhook webhook) throws IOException {
        PayloadFile file = PayloadFile.of(payload, statedType(webhook), bytes(payload));
        Violations violations = new Violations();
        try {
            JsonNode value = PayloadReader.read(file.body(), file.contentType(), violations);
            if (!violations.isEmpty()) {
                throw new CommandFailure(
                        payload + ": " + violations.list().get(0).path() + ": "
                                + violations.list().get(0).message());
            }
            return value;
        } catch (UnreadableBodyException e) {
            throw new CommandFailure(payload + ": " + e.getMessage());
        }
    }

    /** The content type that is stated; the payload of a GET is a query, which is encoded as forms are. */
    private String statedType(Webhook webhook) {
        if (!contentType.isEmpty()) {
            return contentType;
        }
        return headers()
                .getOrDefault("Content-Type", webhook.method() == RequestMethod.GET ? FormBody.URL_ENCODED : "");
    }

    private static byte[] bytes(String payload) throws IOException {
        try {
            return payload.equals(STDIN) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(payload));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(payload + ": no such file");
        }
    }

    private Map<String, String> headers() {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.put(ReceivedMessage.QUERY_HEADER, query);
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon <= 0) {
                throw new CommandFailure("--header: expected 'Name: value', was " + Excerpt.of(header));
            }
            byName.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        return byName;
    }
}
