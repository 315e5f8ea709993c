package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Consent;
import io.truenorth.documents.Document;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.sources.WebhookTranslation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consent in the payloads of declared sources. */
class ConsentMappingTest {

    private static final String CHOICES = """
            signature: { scheme: none }
            fields:
              time: { iso: /at }
              identities: [ { crm: /who } ]
              channel: web
              kind: preferences_updated
              direction: in
              consent: { scoring: /choices/analytics, activation: { lookup: /choices/ads, values: { granted: "true", denied: "false" } } }
            events:
              - when: { /type: deleted }
                retracts: /of
              - when: { /type: choice }
            """;

    private static Source source(String document) {
        return SourceDocument.read("choices", Document.of("choices.yaml", document.getBytes(UTF_8)));
    }

    private static String choice(String choices) {
        return ("{'type': 'choice', 'who': 'c-1', 'at': '2026-01-01T00:00:00Z', 'choices': {" + choices + "}}")
                .replace('\'', '"');
    }

    private static TranslationUnderTest choices() {
        return new TranslationUnderTest(
                new WebhookTranslation(source(CHOICES).webhook().orElseThrow().mapping()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            'analytics': true                       | true  | -
            'analytics': 'false', 'ads': 'granted'  | false | true
            'analytics': null, 'ads': 'denied'      | -     | false
            """)
    void consentIsReadByItsPurpose(String sent, Boolean scoring, Boolean activation) {
        assertThat(choices().touchpoint(choice(sent), Map.of()).getConsent())
                .isEqualTo(new Consent(scoring, activation));
    }

    @Test
    void aPayloadThatSaysNothingHasNoConsent() {
        assertThat(choices().touchpoint(choice(""), Map.of()).getConsent()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'analytics': 'perhaps' | /choices/analytics | expected true or false, was "perhaps"
            'analytics': 1         | /choices/analytics | expected true or false, was "1"
            """)
    void anythingElseLeavesThePayloadUnmapped(String sent, String path, String message) {
        assertThat(Outcomes.of(source(CHOICES), choice(sent), Map.of()))
                .containsExactly("unmapped: " + path + ": " + message);
    }

    @Test
    void aRetractionHasNothingOfTheConsentThatItSharesWithEvents() {
        String deleted = "{\"type\": \"deleted\", \"of\": \"e-1\", \"who\": \"c-1\", \"at\": \"2026-01-01T00:00:00Z\","
                + " \"choices\": {\"analytics\": true}}";

        assertThat(choices().touchpoint(deleted, Map.of()).getConsent()).isNull();
    }
}
