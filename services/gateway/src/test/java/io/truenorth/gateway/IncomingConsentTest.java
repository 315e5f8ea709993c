package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Consent;
import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consent of native events. */
class IncomingConsentTest {
    private final GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"scoring":true}                       | true  | -
            {"scoring":false,"activation":true}    | false | true
            {"scoring":null,"activation":false}    | -     | false
            """)
    void anEventMayGiveAndWithdrawConsent(String consent, Boolean scoring, Boolean activation) {
        Answer answer = gateway.post(event("consent:" + consent));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(gateway.sent().get(0).getConsent()).isEqualTo(new Consent(scoring, activation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true                         | /consent           | expected an object, was true
            {}                           | /consent           | expected scoring, activation or both, each true or false, was neither
            {"scoring":"yes"}            | /consent/scoring   | expected true or false, was "yes"
            {"scoring":1}                | /consent/scoring   | expected true or false, was 1
            {"scoring":true,"Scoring":1} | /consent/Scoring   | unknown field, did you mean "scoring"?
            {"profiling":true}           | /consent/profiling | unknown field
            """)
    void malformedConsentIsRefusedByItsPlace(String consent, String path, String message) {
        Answer answer = gateway.post(event("consent:" + consent));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains(path).contains(message.replace("\"", "\\\""));
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void aRetractionHasNoConsent() {
        Answer answer = gateway.post(event("retracts:\"e-1\"", "consent:{\"scoring\":false}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString())
                .contains("expected none, as a retraction has the time of the event it takes back");
    }

    @Test
    void consentIsAPartOfTheContentThatAnIdIsDerivedFrom() {
        List<String> ids =
                List.of("null", "{\"scoring\":true}", "{\"scoring\":false}", "{\"activation\":false}").stream()
                        .map(consent -> {
                            gateway.post(event("consent:" + consent));
                            return gateway.sent().get(gateway.sent().size() - 1).getEventId();
                        })
                        .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }
}
