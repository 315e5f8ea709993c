package io.truenorth.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.documents.history.HistoryConsent;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistoryIdentity;
import io.truenorth.gateway.event.Pseudonyms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTouchpointsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final HistoryTouchpoints touchpoints =
            new HistoryTouchpoints("shop", pseudonyms("email"), "CHF", "replay", InstantSource.fixed(NOW));

    @Test
    void anEventKeepsItsIdItsTimeAndWhatItSays() {
        Touchpoint touchpoint = touchpoints.of(new HistoryEvent(
                "id-1",
                "c-1",
                1_000,
                "store",
                "return",
                io.truenorth.relationship.ledger.Direction.INBOUND,
                OptionalDouble.of(-0.5),
                OptionalLong.of(-1_999),
                "shoes"));

        assertThat(touchpoint.getEventId()).isEqualTo("id-1");
        assertThat(touchpoint.getIdentities()).containsExactly(new Identity("shop", "c-1"));
        assertThat(touchpoint.getOccurredAt()).isEqualTo(1_000);
        assertThat(touchpoint.getReceivedAt()).isEqualTo(NOW.toEpochMilli());
        assertThat(touchpoint.getChannel()).isEqualTo("store");
        assertThat(touchpoint.getKind()).isEqualTo("return");
        assertThat(touchpoint.getSubject()).isEqualTo("shoes");
        assertThat(touchpoint.getDirection()).isEqualTo(Direction.IN);
        assertThat(touchpoint.getSentiment()).isEqualTo(-0.5);
        assertThat(touchpoint.getMoney()).isEqualTo(new Money(-1_999L, "CHF"));
        assertThat(touchpoint.getSource()).isEqualTo("replay");
        assertThat(touchpoint.getRetracts()).isNull();
    }

    @Test
    void aRetractionAndARevisionAreWritten() {
        HistoryEvent retraction = new HistoryEvent(
                "h:b",
                "c-1",
                1_000,
                "",
                "",
                io.truenorth.relationship.ledger.Direction.OUTBOUND,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "",
                "h:a",
                0,
                List.of(),
                Map.of(),
                HistoryConsent.NONE,
                List.of());
        HistoryEvent correction = new HistoryEvent(
                "h:a",
                "c-1",
                1_000,
                "survey",
                "survey_answered",
                io.truenorth.relationship.ledger.Direction.INBOUND,
                OptionalDouble.of(1),
                OptionalLong.empty(),
                "",
                "",
                2,
                List.of(),
                Map.of(),
                HistoryConsent.NONE,
                List.of());

        assertThat(touchpoints.of(retraction).getRetracts()).isEqualTo("h:a");
        assertThat(touchpoints.of(retraction).getRevision()).isZero();
        assertThat(touchpoints.of(correction).getRetracts()).isNull();
        assertThat(touchpoints.of(correction).getRevision()).isEqualTo(2);
    }

    @Test
    void allIdentitiesAreSentAndPersonalOnesAsPseudonymsOnly() {
        Touchpoint touchpoint = touchpoints.of(new HistoryEvent(
                "id-3",
                "crm:7",
                1_000,
                "web",
                "visit",
                io.truenorth.relationship.ledger.Direction.INBOUND,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "",
                "",
                0,
                List.of(new HistoryIdentity("crm", "7"), new HistoryIdentity("email", "ann@example.org")),
                Map.of("region", "north"),
                new HistoryConsent(Optional.of(false), Optional.empty()),
                List.of("order:10:17")));

        assertThat(touchpoint.getConsent()).isEqualTo(new Consent(false, null));
        assertThat(touchpoint.getIdentities())
                .containsExactly(
                        new Identity("crm", "7"),
                        new Identity("email", pseudonyms("email").conceal("email", "ann@example.org")));
        assertThat(touchpoint.getIdentities().get(1).getValue()).matches("[0-9a-f]{32}");
        assertThat(touchpoint.getAttributes()).isEqualTo(Map.of("region", "north"));
        assertThat(touchpoint.getReferences()).containsExactly(new Reference("order", "10:17"));
    }

    private static Pseudonyms pseudonyms(String personal) {
        return new Pseudonyms(Set.of(personal), Optional.of(new byte[32]));
    }

    @Test
    void whatAnEventDoesNotSayIsAbsent() {
        Touchpoint touchpoint = touchpoints.of(new HistoryEvent(
                "id-2",
                "c-1",
                1_000,
                "email",
                "email_sent",
                io.truenorth.relationship.ledger.Direction.OUTBOUND,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                ""));

        assertThat(touchpoint.getDirection()).isEqualTo(Direction.OUT);
        assertThat(touchpoint.getSentiment()).isNull();
        assertThat(touchpoint.getMoney()).isNull();
        assertThat(touchpoint.getConsent()).isNull();
    }
}
