package io.truenorth.gateway.sources.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.sources.document.SourceEvents.SourceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources that come with the project, on payloads of our own and, where they are at hand, on real ones. */
class ShippedSourcesTest {

    private static final int MUTATIONS = 40;

    /** These tell their events, or some of them, by what a payload has, and not by a name alone. */
    private static final Set<String> BY_CONTENT = Set.of("amazon-ses", "freshdesk", "github", "groove", "whatsapp");
    /** What is ignored whatever the event is called. */
    private static final Set<String> WHATEVER_THE_EVENT = Set.of("ignored: names no user");

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.OwnPayloads#all")
    void everyPayloadBecomesWhatItSays(OwnPayloads.Case payload) {
        List<String> outcomes = Outcomes.of(source(payload.source()), payload.json(), payload.headers());

        assertThat(payload.outcomes()).isNotEmpty();
        assertThat(outcomes).isEqualTo(payload.outcomes());
    }

    @Test
    void everyRealPayloadIsMappedOrIgnoredForAReason() throws IOException {
        Assumptions.assumeTrue(DevPayloads.directory().isPresent(), "the real payloads are not at hand");
        Map<String, String> outcomes = new TreeMap<>();
        for (Path file : DevPayloads.files()) {
            String name = DevPayloads.sourceOf(file);
            outcomes.put(
                    name + "/" + file.getFileName(),
                    String.join("\n", Outcomes.of(source(name), Files.readString(file), Map.of())));
        }

        assertThat(outcomes).isEqualTo(expectedOfRealPayloads());
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.OwnPayloads#all")
    void whateverAPayloadLooksLikeThereIsAnOutcome(OwnPayloads.Case payload) {
        long seed = payload.json().hashCode();
        assertEveryMutationHasAnOutcome(source(payload.source()), payload.json(), payload.headers(), seed);
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.SourceEvents#names")
    void whateverAnEventOfATableLooksLikeThereIsAnOutcome(String name) {
        Source source = source(name);
        SourceEvents.of(name).events().stream()
                .filter(event -> event.answer().isEmpty())
                .forEach(event -> assertEveryMutationHasAnOutcome(
                        source,
                        event.payload().toString(),
                        event.headers(),
                        event.payload().hashCode()));
    }

    static Stream<String> sourcesByName() {
        return SourceEvents.names().filter(name -> !BY_CONTENT.contains(name));
    }

    @ParameterizedTest
    @MethodSource("sourcesByName")
    void anEventThatNoDocumentHasIsSetAside(String name) {
        Assumptions.assumeFalse(BY_CONTENT.contains(name));
        Source source = source(name);
        for (SourceEvent event : SourceEvents.of(name).events()) {
            String quoted = "\"" + event.event() + "\"";
            String unheardOf = event.event() + "_of_tomorrow";
            String payload = event.payload().toString();
            boolean isByHeader = event.headers().containsValue(event.event());
            if (event.answer().isEmpty() && (isByHeader || payload.contains(quoted))) {
                Map<String, String> headers = new TreeMap<>(event.headers());
                headers.replaceAll((header, value) -> value.equals(event.event()) ? unheardOf : value);
                assertThat(Outcomes.of(source, payload.replace(quoted, "\"" + unheardOf + "\""), headers))
                        .as("%s: %s", name, event)
                        .allMatch(line -> line.startsWith("unmapped") || WHATEVER_THE_EVENT.contains(line));
            }
        }
    }

    @Test
    void whateverARealPayloadLooksLikeThereIsAnOutcome() throws IOException {
        Assumptions.assumeTrue(DevPayloads.directory().isPresent(), "the real payloads are not at hand");
        for (Path file : DevPayloads.files()) {
            String json = Files.readString(file);
            assertEveryMutationHasAnOutcome(source(DevPayloads.sourceOf(file)), json, Map.of(), json.hashCode());
        }
    }

    private static void assertEveryMutationHasAnOutcome(
            Source source, String json, Map<String, String> headers, long seed) {
        Mutations mutations = new Mutations(new Random(seed));
        JsonNode payload = Outcomes.read(json);
        for (int i = 0; i < MUTATIONS; i++) {
            JsonNode mutation = mutations.of(payload);
            assertThatCode(() -> {
                        List<Outcome> outcomes = Outcomes.map(source, mutation, headers);
                        assertThat(outcomes).isNotEmpty();
                        outcomes.forEach(Outcomes::line);
                    })
                    .as("%s, seed %d, mutation %d", source.name(), seed, i)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theIndexNamesEveryDocument() throws Exception {
        Path directory = Path.of(
                        ShippedSources.class.getResource("/sources/index.txt").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(directory)) {
            List<String> documents = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertThat(ShippedSources.names()).isEqualTo(documents);
        }
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.ShippedSources#names")
    void everySourceIsSigned(String name) {
        Source source = source(name);

        assertThat(source.webhook().orElseThrow().signature().checks()).isTrue();
        assertThat(source.secrets()).isNotEmpty();
    }

    @Test
    void theHeadersOfAMappingAreKnown() {
        assertThat(source("shopify").webhook().orElseThrow().mapping().headers())
                .containsExactly("x-shopify-topic");
        assertThat(source("stripe").webhook().orElseThrow().mapping().headers()).isEmpty();
    }

    private static Source source(String name) {
        return SourceDocument.shipped(name).orElseThrow();
    }

    /** {@code name/file.json}, and an outcome in each of the lines after it. */
    private static Map<String, String> expectedOfRealPayloads() {
        return Arrays.stream(OwnPayloads.text("/real-payloads.txt").strip().split("\n\n"))
                .map(paragraph -> paragraph.split("\n", 2))
                .collect(Collectors.toMap(lines -> lines[0], lines -> lines[1]));
    }
}
