package io.truenorth.streams.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.CustomerIdentities.State;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.identity.joining.RefusalReason;
import io.truenorth.identity.joining.RefusedLink;
import io.truenorth.query.CustomerConsent;
import io.truenorth.query.CustomerConsent.SaidConsent;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.Pair;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.customer.CustomerView.ConsentView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdentitiesMappingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void allThatIsKnownOfACustomersIdentitiesIsReported() {
        Evidence byHand = new Evidence("ann", "r-1", NOON.toEpochMilli(), true);
        IdentityPair linked = IdentityPair.of("crm:c-1", "card:4");
        IdentityPair split = IdentityPair.of("crm:c-1", "device:d");
        CustomerIdentities customer = CustomerIdentities.restored(
                "crm:c-1",
                new State(
                        Map.of("anonymous:a", 0L, "card:4", 0L, "crm:c-1", 0L),
                        Map.of(linked, byHand),
                        Set.of(split),
                        List.of(new RefusedLink(split, byHand, RefusalReason.SPLIT)),
                        List.of(),
                        null,
                        "crm:c-0",
                        7));

        IdentitiesReport report = IdentitiesMapping.report(
                "card:4",
                customer,
                new ConsentView(
                        false,
                        true,
                        new TreeMap<>(Map.of(
                                "card:4",
                                List.of(new SetConsent(Purpose.SCORING, false, NOON.toEpochMilli(), "e-9"))))),
                JoinRules.standard().ranking());

        assertThat(report)
                .isEqualTo(new IdentitiesReport(
                        "crm:c-1",
                        "card:4",
                        List.of("crm:c-1", "card:4", "anonymous:a"),
                        List.of(new Link("card:4", "crm:c-1", "ann", "r-1", NOON, true)),
                        List.of(new IdentitiesReport.RefusedLink(
                                new Link("crm:c-1", "device:d", "ann", "r-1", NOON, true), "SPLIT")),
                        7,
                        List.of(new Pair("crm:c-1", "device:d")),
                        Optional.of("crm:c-0"),
                        new CustomerConsent(
                                false, true, List.of(new SaidConsent("card:4", "scoring", false, NOON, "e-9")))));
    }
}
