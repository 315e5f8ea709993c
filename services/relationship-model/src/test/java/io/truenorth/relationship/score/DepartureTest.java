package io.truenorth.relationship.score;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepartureTest {

    private static final long NOW = millis("2026-03-01T10:00:00Z");
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());

    private static Optional<Departure> lastDeparture(Touch... touches) {
        return SCORING.snapshot(ledgerOf(List.of(touches)), NOW).lastDeparture();
    }

    private static Departure departure(String day, String channel, String kind) {
        return new Departure(Days.of(millis(day)), channel, kind);
    }

    @Test
    void aCustomerWhoNeverLeftHasNoDeparture() {
        assertThat(lastDeparture(aTouch("purchase").at("2026-02-01").build())).isEmpty();
    }

    @Test
    void theLastDepartureIsReportedDespiteLaterActivity() {
        assertThat(lastDeparture(
                        aTouch("unsubscribed")
                                .withId("1")
                                .on("email")
                                .at("2026-01-01")
                                .build(),
                        aTouch("account_closed").withId("2").at("2026-02-01").build(),
                        aTouch("purchase").withId("3").at("2026-02-20").build()))
                .contains(departure("2026-02-01", "web", "account_closed"));
    }

    @Test
    void ofSeveralOnOneDayTheFirstByChannelAndKindIsTold() {
        assertThat(lastDeparture(
                        aTouch("unsubscribed")
                                .withId("1")
                                .on("email")
                                .at("2026-02-01T08:00:00Z")
                                .build(),
                        aTouch("spam_reported")
                                .withId("2")
                                .on("email")
                                .at("2026-02-01T23:00:00Z")
                                .build(),
                        aTouch("account_closed")
                                .withId("3")
                                .on("web")
                                .at("2026-02-01")
                                .build()))
                .contains(departure("2026-02-01", "email", "spam_reported"));
    }

    @Test
    void aRetractedDepartureIsIgnored() {
        Touch unsubscribed = aTouch("unsubscribed").at("2026-02-01").build();

        assertThat(lastDeparture(unsubscribed, unsubscribed.retraction())).isEmpty();
    }

    @Test
    void oneAfterTheMomentIsNotKnownYet() {
        assertThat(lastDeparture(aTouch("unsubscribed").at("2026-03-02").build()))
                .isEmpty();
    }
}
