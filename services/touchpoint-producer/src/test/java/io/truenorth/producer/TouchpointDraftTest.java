package io.truenorth.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.Placeholders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchpointDraftTest {
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ARRIVAL = Instant.parse("2026-03-01T10:00:01Z");

    private static TouchpointDraft purchase() {
        return TouchpointDraft.ofCustomer("order-1017", "store", "purchase")
                .by("crm", "c-1")
                .at(TEN);
    }

    @Test
    void saysEverythingThatItWasTold() {
        Touchpoint touchpoint = purchase()
                .by("loyalty-card", "4711")
                .money(-1999, "EUR")
                .subject("packs")
                .sentiment(-0.5)
                .attribute("region", "north")
                .source("till")
                .retracting("order-1016")
                .build(InstantSource.fixed(ARRIVAL));

        assertThat(touchpoint.getEventId()).isEqualTo("order-1017");
        assertThat(touchpoint.getIdentities())
                .isEqualTo(List.of(new Identity("crm", "c-1"), new Identity("loyalty-card", "4711")));
        assertThat(touchpoint.getOccurredAt()).isEqualTo(TEN.toEpochMilli());
        assertThat(touchpoint.getReceivedAt()).isEqualTo(ARRIVAL.toEpochMilli());
        assertThat(touchpoint.getChannel()).isEqualTo("store");
        assertThat(touchpoint.getKind()).isEqualTo("purchase");
        assertThat(touchpoint.getDirection()).isEqualTo(Direction.IN);
        assertThat(touchpoint.getMoney()).isEqualTo(new Money(-1999L, "EUR"));
        assertThat(touchpoint.getSubject()).isEqualTo("packs");
        assertThat(touchpoint.getSentiment()).isEqualTo(-0.5);
        assertThat(touchpoint.getAttributes()).isEqualTo(Map.of("region", "north"));
        assertThat(touchpoint.getSource()).isEqualTo("till");
        assertThat(touchpoint.getRetracts()).isEqualTo("order-1016");
    }

    @Test
    void saysNoMoreThanItWasTold() {
        Touchpoint touchpoint = TouchpointDraft.ofBrand("mail-1", "email", "newsletter")
                .by("crm", "c-1")
                .at(TEN)
                .build();

        assertThat(touchpoint.getDirection()).isEqualTo(Direction.OUT);
        assertThat(touchpoint.getMoney()).isNull();
        assertThat(touchpoint.getSentiment()).isNull();
        assertThat(touchpoint.getRetracts()).isNull();
        assertThat(touchpoint.getSubject()).isEmpty();
    }

    @Test
    void mayReferToAnOrderInsteadOfNamingTheCustomer() {
        Touchpoint touchpoint = TouchpointDraft.ofBrand("refund-1", "web", "refund")
                .referringTo("order", "1017")
                .at(TEN)
                .build();

        assertThat(touchpoint.getIdentities()).isEmpty();
        assertThat(touchpoint.getReferences()).containsExactly(new Reference("order", "1017"));
        assertThatThrownBy(() -> TouchpointDraft.ofBrand("e-1", "web", "refund").referringTo("order", "undefined"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference id");
    }

    @Test
    void needsSomebodyAndATime() {
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer("e-1", "web", "visit")
                        .at(TEN)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected an identity");
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer("e-1", "web", "visit")
                        .by("crm", "c")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Store", "in store", "-store", "läden"})
    void takesWordsOnlyAsChannelsKindsAndNamespaces(String text) {
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer("e", text, "visit"))
                .hasMessageContaining("channel: expected");
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer("e", "web", text)).hasMessageContaining("kind: expected");
        rejected(draft -> draft.by(text, "c"), "namespace: expected");
    }

    @Test
    void refusesWhatTheContractRefuses() {
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer(" ", "web", "visit"))
                .hasMessageContaining("event id");
        rejected(draft -> draft.by("crm", ""), "identity: expected");
        rejected(draft -> draft.by("crm", "c\u0000"), "identity: expected");
        rejected(draft -> draft.by("crm", "\ud83d"), "identity: expected");
        rejected(draft -> draft.subject("x".repeat(257)), "subject: expected");
        rejected(draft -> draft.sentiment(1.01), "sentiment: expected -1 to 1, was 1.01");
        rejected(draft -> draft.sentiment(Double.NaN), "sentiment: expected -1 to 1, was NaN");
        rejected(draft -> draft.money(1, "eur"), "currency: expected");
        rejected(draft -> draft.at(Instant.ofEpochMilli(-1)), "time: expected");
    }

    @Test
    void refusesNobodyAndWhatOnlyLooksLikeSomebody() {
        rejected(
                draft -> draft.by("user", "undefined"),
                "identity: expected the id of a customer in the namespace user");
        rejected(draft -> draft.by("crm", "ann\u200b"), "identity: expected a text without invisible characters");
        rejected(draft -> draft.subject("\u202epacks"), "subject: expected a text without invisible characters");
        rejected(
                draft -> draft.attribute("region", "undefined"),
                "attribute region: expected a text, was a placeholder");
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer("undefined", "web", "visit"))
                .hasMessageContaining("event id: expected a text, was a placeholder");
        assertThatThrownBy(() -> TouchpointDraft.ofCustomer("e", "null", "visit"))
                .hasMessageContaining("channel: expected a text, was a placeholder");
    }

    @Test
    void takesWhomTheDeploymentCallsSomebodyAndComposesNames() {
        Touchpoint touchpoint = purchase()
                .by("user", "guest", Placeholders.of(List.of(), List.of("user:guest")))
                .by("card", "Zoe\u0308")
                .build();

        assertThat(touchpoint.getIdentities())
                .contains(new Identity("user", "guest"), new Identity("card", "Zo\u00eb"));
    }

    private static void rejected(UnaryOperator<TouchpointDraft> change, String message) {
        assertThatThrownBy(() -> change.apply(purchase()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
