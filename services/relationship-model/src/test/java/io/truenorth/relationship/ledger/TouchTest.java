package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchTest {

    @Test
    void theEventKeyIsTheBeginningOfTheSha256OfTheId() {
        assertThat(Long.toHexString(EventKey.of("abc"))).isEqualTo("ba7816bf8f01cfea");
        assertThat(aTouch("a").withId("abc").build().eventKey()).isEqualTo(EventKey.of("abc"));
    }

    @Test
    void aTouchNeedsIdChannelAndKind() {
        assertThatThrownBy(() -> aTouch("").build()).hasMessage("expected a kind, was empty");
        assertThatThrownBy(() -> aTouch("a").on("").build()).hasMessage("expected a channel, was empty");
        assertThatThrownBy(() -> aTouch("a").withId("").build()).hasMessage("expected an event id, was empty");
        assertThatThrownBy(() -> Touch.retractionOf("", 0)).hasMessage("expected an event id, was empty");
    }

    @Test
    void halfASurrogatePairIsRefusedAndAWholeOneIsNot() {
        assertThatThrownBy(() -> aTouch("a").about("x\ud83d").build())
                .hasMessage("expected a subject in Unicode, but character 2 is an unpaired surrogate");
        assertThatThrownBy(() -> aTouch("\udc00").build())
                .hasMessage("expected a kind in Unicode, but character 1 is an unpaired surrogate");
        assertThat(aTouch("a").about("\ud83d\ude00!").build().category())
                .isEqualTo(new Category("web", "a", "\ud83d\ude00!"));
    }

    @Test
    void moneyIsBounded() {
        assertThat(aTouch("a").worth(-Touch.MAX_VALUE_MINOR).build().valueMinor())
                .isEqualTo(-Touch.MAX_VALUE_MINOR);
        assertThatThrownBy(() -> aTouch("a").worth(Touch.MAX_VALUE_MINOR + 1).build())
                .hasMessage("expected a value within ±100000000000000 minor units, was 100000000000001");
    }

    @ParameterizedTest
    @CsvSource({"1, POSITIVE", "0.01, POSITIVE", "0, NEUTRAL", "-0.0, NEUTRAL", "-0.01, NEGATIVE", "-1, NEGATIVE"})
    void onlyTheSignOfASentimentCounts(double value, Sentiment expected) {
        assertThat(Sentiment.ofValue(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0001, -2, Double.NaN, Double.POSITIVE_INFINITY})
    void aSentimentBeyondTheScaleIsRefused(double value) {
        assertThatThrownBy(() -> Sentiment.ofValue(value))
                .hasMessage("expected a sentiment from -1 to 1, was " + value);
    }

    @Test
    void aClockALittleAheadIsSetToTheArrival() {
        long arrival = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

        assertThat(ArrivalRule.STANDARD.admit(arrival - 1, arrival)).isEqualTo(arrival - 1);
        assertThat(ArrivalRule.STANDARD.admit(arrival + 300_000, arrival)).isEqualTo(arrival);
    }

    @Test
    void aRetractionNamesItsEventByIdAndDayAlone() {
        Touch touch = aTouch("purchase")
                .withId("abc")
                .at("2026-03-01T10:00:00Z")
                .worth(5)
                .build();

        assertThat(Touch.retractionOf("abc", millis("2026-03-01"))).isEqualTo(touch.retraction());
        assertThat(touch.retraction().isRetraction()).isTrue();
        assertThat(touch.isRetraction()).isFalse();
        assertThat(touch.retraction().valueMinor()).isZero();
    }

    @Test
    void aRevisionIsZeroOrMore() {
        assertThat(aTouch("a").build().revision()).isZero();
        assertThat(aTouch("a").build().withRevision(2).revision()).isEqualTo(2);
        assertThatThrownBy(() -> aTouch("a").build().withRevision(-1))
                .hasMessage("expected a revision of 0 or more, was -1");
    }

    @Test
    void aTimeFurtherAheadOrBefore1970IsRefused() {
        long arrival = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

        assertThatThrownBy(() -> ArrivalRule.STANDARD.admit(arrival + 300_001, arrival))
                .hasMessage("expected a time no later than 300 s after its arrival at 2026-03-01T10:00:00Z,"
                        + " was 2026-03-01T10:05:00.001Z");
        assertThatThrownBy(() -> ArrivalRule.STANDARD.admit(-1, arrival))
                .hasMessage("expected a time from 1970 on, was 1969-12-31T23:59:59.999Z");
        assertThatThrownBy(() -> ArrivalRule.STANDARD.admit(Long.MAX_VALUE, arrival))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
