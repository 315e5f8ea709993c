package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program writes where it has nothing, in texts that are no identities, and texts that only look alike. */
class MissingTextTest {

    private final GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void attributesAndSubjectsThatSayNothingAreAsGoodAsAbsent() {
        Touchpoint sent = sent(
                "subject:\"undefined\"",
                "attributes:{\"region\":\"undefined\",\"tier\":\"[object Object]\",\"size\":\"NaN\",\"plan\":\"none\","
                        + "\"country\":\"NA\",\"province\":\"Nan\",\"beta\":\"false\"}");

        assertThat(sent.getSubject()).isEmpty();
        assertThat(sent.getAttributes())
                .isEqualTo(Map.of("plan", "none", "country", "NA", "province", "Nan", "beta", "false"));
    }

    @Test
    void twoEventsWhoseIdIsAWordForNothingAreTwo() {
        Touchpoint first = sent("eventId:\"undefined\"");
        Touchpoint second = sent("eventId:\"undefined\"", "kind:\"product_bought\"");

        assertThat(first.getEventId()).startsWith("content:");
        assertThat(second.getEventId()).startsWith("content:").isNotEqualTo(first.getEventId());
    }

    @ParameterizedTest
    @CsvSource({
        "channel, 'channel:\"undefined\"',                               'expected a channel, was a program''s word'",
        "kind,    'kind:\"null\"',                                       'expected a kind, was a program''s word'",
        "retracts,'retraction:true,retracts:\"undefined\",eventId:\"r\"', 'expected the eventId that this retraction takes back'",
    })
    void whatMustBeSaidIsNotSaidByAWordForNothing(String field, String members, String message) {
        Answer answer = gateway.post(event(members.split(",")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("/" + field)).startsWith(message);
    }

    @Test
    void textsThatLookAlikeAreOneTextOrRefused() {
        Touchpoint sent = sent("subject:\"Cafe\u0301\"", "attributes:{\"region\":\"Zu\u0308rich\"}");

        assertThat(sent.getSubject()).isEqualTo("Caf\u00e9");
        assertThat(sent.getAttributes()).containsEntry("region", "Z\u00fcrich");
        assertThat(gateway.post(event("attributes:{\"region\":\"nor\u200bth\"}"))
                        .error("/attributes/region"))
                .contains("U+200B ZERO WIDTH SPACE");
        assertThat(gateway.post(event("subject:\"nor\u200dth\"")).error("/subject"))
                .contains("U+200D ZERO WIDTH JOINER");
        assertThat(gateway.post(event("source:\"\u202etill\"")).error("/source"))
                .contains("U+202E RIGHT-TO-LEFT OVERRIDE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cخواهم",
                "क्\u200dष",
                "👩\u200d💻",
                "🏴\uDB40\uDC67\uDB40\uDC7F",
                "❤\ufe0f",
                "1\ufe0f\u20e3"
            })
    void whatPersianTheScriptsOfIndiaAndEmojiAreWrittenWithStays(String text) {
        assertThat(sent("attributes:{\"segment\":\"" + text + "\"}").getAttributes())
                .containsEntry("segment", text);
    }

    private Touchpoint sent(String... members) {
        Answer answer = gateway.post(event(members));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return gateway.sent().get(gateway.sent().size() - 1);
    }
}
