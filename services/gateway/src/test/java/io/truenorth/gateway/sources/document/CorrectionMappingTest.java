package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.documents.Document;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.sources.WebhookTranslation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retractions and revisions of declared sources. */
class CorrectionMappingTest {

    private static final String ANSWERS = """
            signature: { scheme: none }
            fields:
              eventId: { joined: [ answer, /id ] }
              time: { iso: /at }
              identities: [ { crm: /who } ]
              channel: survey
              kind: survey_answered
              direction: in
              revision: { first: [ { iso: /changed }, { millis: /changedMillis }, /version ] }
              sentiment: { scale: nps, of: /score }
              money: { minor: /price, currency: EUR }
            events:
              - when: { /type: deleted }
                retracts: { joined: [ answer, /of ] }
              - when: { /type: answer }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'version': 7                           | 7
            'version': 2147483647                  | 2147483647
            'version': '3.0'                       | 3
            'version': '2026-01-01T00:01:00+00:00' | 60
            'changed': '2026-01-01T00:00:00Z'      | 0
            'changed': '2026-01-01T00:00:01.999Z'  | 1
            'changed': '2025-12-31T23:59:59Z'      | 0
            'changed': '2026-01-02T01:00:00+01:00' | 86400
            'changedMillis': 1767225602500         | 2
            'version': null                        | 0
            """)
    void aRevisionIsANumberOrTheTimeOfAChange(String field, int revision) {
        assertThat(answers().touchpoint(answer(field), Map.of()).getRevision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'version': -1                     | /version | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "-1"
            'version': 1.5                    | /version | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "1.5"
            'version': 1767225602500          | /version | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "1767225602500"
            'version': 'soon'                 | /version | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "soon"
            'version': [ 1 ]                 | /version | expected a text or a number, was an array
            'changed': '2095-01-01T00:00:00Z' | /changed | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "2095-01-01T00:00:00Z"
            """)
    void anotherRevisionLeavesThePayloadUnmapped(String field, String path, String message) {
        assertThat(Outcomes.of(source(), answer(field), Map.of()))
                .containsExactly("unmapped: " + path + ": " + message);
    }

    @Test
    void aRetractionHasNothingOfTheFieldsThatItSharesWithEvents() {
        Touchpoint retraction = answers()
                .touchpoint(
                        json("'type': 'deleted', 'id': 'x', 'of': 1, 'score': 99, 'price': 'high', 'version': 'soon'"),
                        Map.of());

        assertThat(retraction.getEventId()).isEqualTo("answer:x");
        assertThat(retraction.getRetracts()).isEqualTo("answer:1");
        assertThat(retraction.getRevision()).isZero();
        assertThat(List.of(retraction.getChannel(), retraction.getKind(), retraction.getSubject()))
                .containsOnly("");
        assertThat(retraction.getSentiment()).isNull();
        assertThat(retraction.getMoney()).isNull();
    }

    @Test
    void anIdThatIsSharedWithWhatIsRetractedIsNotItsOwn() {
        Touchpoint retraction = answers().touchpoint(json("'type': 'deleted', 'id': 1, 'of': 1"), Map.of());

        assertThat(retraction.getEventId()).startsWith("content:");
        assertThat(retraction.getRetracts()).isEqualTo("answer:1");
    }

    @Test
    void aRetractionOfNothingIsUnmapped() {
        assertThat(Outcomes.of(source(), json("'type': 'deleted', 'id': 1"), Map.of()))
                .containsExactly("unmapped: /of: expected for retracts, but missing");
    }

    @Test
    void aRuleThatRetractsNeedsNeitherChannelNorKindNorDirection() {
        Source source = read("""
                signature: { scheme: none }
                events: [ { time: /at, identities: [ { crm: /who } ], retracts: /of } ]
                """);

        assertThat(Outcomes.of(source, json("'of': 'e-1'"), Map.of()))
                .containsExactly("retracts e-1 2026-01-01T00:00:00Z | crm=7 | -");
        assertThat(source.webhook().orElseThrow().mapping().kinds()).isEmpty();
    }

    private static String answer(String field) {
        return json("'type': 'answer', 'id': 1, 'score': 9, " + field);
    }

    private static String json(String fields) {
        return ("{'at': '2026-01-01T00:00:00Z', 'who': 7, " + fields + "}").replace('\'', '"');
    }

    private static TranslationUnderTest answers() {
        return new TranslationUnderTest(
                new WebhookTranslation(source().webhook().orElseThrow().mapping()));
    }

    private static Source source() {
        return read(ANSWERS);
    }

    private static Source read(String text) {
        return SourceDocument.read("shop", Document.of("shop.yaml", text.getBytes(UTF_8)));
    }

    /** Otherwise an event that was taken back would count for ever, and nobody would know. */
    @Test
    void aRetractionThatNamesNobodyIsNeverIgnored() {
        String document = ANSWERS + "nobody: { crm: office }\nanonymous: answered without telling who\n";
        Source source = SourceDocument.read("answers", Document.of("answers.yaml", document.getBytes(UTF_8)));
        String deletion = "{ 'type': 'deleted', 'id': 2, 'of': 1, 'at': '2026-01-01T00:00:00Z' %s }";

        assertThat(Outcomes.of(source, deletion.formatted("").replace('\'', '"'), Map.of()))
                .singleElement()
                .asString()
                .contains("expected a name of the customer whose event is taken back, found none");
        assertThat(Outcomes.of(source, deletion.formatted(", 'who': 'office'").replace('\'', '"'), Map.of()))
                .containsExactly("ignored: answered without telling who");
    }
}
