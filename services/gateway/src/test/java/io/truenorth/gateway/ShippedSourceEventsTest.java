package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.sources.WebhookTranslation;
import io.truenorth.gateway.sources.document.Outcomes;
import io.truenorth.gateway.sources.document.ShippedSources;
import io.truenorth.gateway.sources.document.SignedRequest;
import io.truenorth.gateway.sources.document.Source;
import io.truenorth.gateway.sources.document.SourceDocument;
import io.truenorth.gateway.sources.document.SourceEvents;
import io.truenorth.gateway.sources.document.SourceEvents.SourceEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event type that the systems of shipped sources document, as requests that {@code openssl} signs. */
class ShippedSourceEventsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    private Path sources;

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.SourceEvents#names")
    void everyEventBecomesWhatItsTableSays(String name) {
        SourceEvents events = SourceEvents.of(name);
        Source source = SourceDocument.shipped(name).orElseThrow();
        List<String> differences = new ArrayList<>();
        for (SourceEvent event : events.events()) {
            List<String> lines = event.answer().isPresent() ? event.becomes() : lines(source, request(events, event));
            if (!begin(lines, event.becomes())) {
                differences.add(event + "\n  expected " + event.becomes() + "\n  was      " + lines);
            }
        }

        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.SourceEvents#names")
    void everySignedRequestIsTakenAndNoForgedOneIs(String name) throws IOException {
        SourceEvents events = SourceEvents.of(name);
        try (GatewayUnderTest gateway = gateway(events)) {
            List<String> differences = new ArrayList<>();
            for (SourceEvent event : events.events()) {
                HttpResponse<String> answer = send(gateway, request(events, event));
                if (answer.statusCode() != 200 || !isExpected(answer.body(), event)) {
                    differences.add(event + ": " + answer.statusCode() + " " + answer.body());
                }
            }
            SourceEvent signed = events.events().stream()
                    .filter(event -> event.answer().isEmpty())
                    .findFirst()
                    .orElseThrow();

            assertThat(differences).isEmpty();
            assertThat(send(gateway, forged(events, signed)).statusCode()).isEqualTo(401);
        }
    }

    /** A rule that can be left out without a difference to any payload is one that the table does not have. */
    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.SourceEvents#names")
    void everyRuleIsNeededByAnEventOfTheTable(String name) throws IOException {
        SourceEvents events = SourceEvents.of(name);
        List<SignedRequest> requests = events.events().stream()
                .filter(event -> event.answer().isEmpty())
                .map(event -> request(events, event))
                .toList();
        JsonNode document = YAML.readTree(ShippedSources.document(name).orElseThrow());
        List<List<String>> all = outcomes(name, document, requests);
        List<String> unused = new ArrayList<>();
        for (String section : List.of("events", "ignore")) {
            IntStream.range(0, document.path(section).size())
                    .filter(i -> all.equals(outcomes(name, without(document, section, i), requests)))
                    .forEach(i -> unused.add(
                            section + "[" + i + "] " + document.path(section).get(i)));
        }

        assertThat(unused).isEmpty();
        assertThat(events.events().stream()
                        .filter(event -> event.answer().isPresent())
                        .count())
                .isGreaterThanOrEqualTo(document.path("handshake").size());
    }

    private static JsonNode without(JsonNode document, String section, int rule) {
        ObjectNode copy = document.deepCopy();
        ((ArrayNode) copy.path(section)).remove(rule);
        return copy;
    }

    /** What becomes of requests; nothing if the document is not valid any more. */
    private static List<List<String>> outcomes(String name, JsonNode document, List<SignedRequest> requests) {
        try {
            Source source = SourceDocument.read(
                    name, Document.of(name + ".yaml", document.toString().getBytes(StandardCharsets.UTF_8)));
            return requests.stream().map(request -> lines(source, request)).toList();
        } catch (InvalidDocumentException e) {
            return List.of();
        }
    }

    private static SignedRequest request(SourceEvents events, SourceEvent event) {
        return SignedRequest.of(events, event, GatewayUnderTest.NOW);
    }

    /** Signed with another secret. */
    private static SignedRequest forged(SourceEvents events, SourceEvent event) {
        SourceEvents.Signing signing = events.signing();
        return request(
                new SourceEvents(
                        events.source(),
                        new SourceEvents.Signing(
                                "another:" + signing.secret(),
                                signing.digest(),
                                signing.signs() + "forged",
                                signing.headers(),
                                signing.query(),
                                signing.payload()),
                        events.events()),
                event);
    }

    private static List<String> lines(Source source, SignedRequest request) {
        return new WebhookTranslation(source.webhook().orElseThrow().mapping())
                        .translate(
                                new ReceivedMessage(request.body(), request.headers(), Outcomes.ARRIVAL.toEpochMilli()))
                        .stream()
                        .flatMap(message -> message.outcomes().stream())
                        .map(Outcomes::line)
                        .toList();
    }

    /** Whether each line is, or begins with, what is expected of it. */
    private static boolean begin(List<String> lines, List<String> expected) {
        return lines.size() == expected.size()
                && IntStream.range(0, lines.size())
                        .allMatch(i -> lines.get(i).equals(expected.get(i))
                                || lines.get(i).startsWith(expected.get(i) + " ")
                                || lines.get(i).startsWith(expected.get(i) + ","));
    }

    private static boolean isExpected(String answer, SourceEvent event) {
        if (event.answer().isPresent()) {
            return answer.equals(event.answer().get());
        }
        long ignored = count(event, "ignored");
        long failed = count(event, "unmapped", "unknown customer");
        return answer.contains("\"accepted\":" + (event.becomes().size() - ignored - failed))
                && answer.contains("\"ignored\":" + ignored)
                && answer.contains("\"failed\":" + failed);
    }

    private static long count(SourceEvent event, String... beginnings) {
        return event.becomes().stream()
                .filter(line -> Stream.of(beginnings).anyMatch(line::startsWith))
                .count();
    }

    private GatewayUnderTest gateway(SourceEvents events) throws IOException {
        String name = events.source();
        Files.writeString(
                sources.resolve(name + ".yaml"), "extends: " + name + "\nsecrets: [ \"env:SECRET_OF_SOURCE\" ]\n");
        return GatewayUnderTest.started(Map.of(
                "TRUENORTH_GATEWAY_SOURCES_DIRECTORY",
                sources.toString(),
                "TRUENORTH_GATEWAY_SOURCES_PUBLIC_URL",
                SignedRequest.PUBLIC_URL,
                "SECRET_OF_SOURCE",
                request(events, events.events().get(0)).secret()));
    }

    private static HttpResponse<String> send(GatewayUnderTest gateway, SignedRequest request) {
        String[] headers = request.headers().entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
        return gateway.send(request.method(), request.pathAndQuery(), request.body(), headers);
    }
}
