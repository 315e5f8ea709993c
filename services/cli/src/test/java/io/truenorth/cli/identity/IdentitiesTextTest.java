package io.truenorth.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.query.CustomerConsent;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.Pair;
import io.truenorth.query.IdentitiesReport.RefusedLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentitiesTextTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whoeverHasOneIdentityTakesOneLine() {
        IdentitiesReport report = new IdentitiesReport(
                "crm:c-1",
                "crm:c-1",
                List.of("crm:c-1"),
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                new CustomerConsent(true, false, List.of()));

        assertThat(IdentitiesText.of(report)).containsExactly("crm:c-1 is a customer with one identity");
    }

    @Test
    void identitiesAreFollowedByTheReasonsForAndAgainstThem() {
        Link seen = new Link("anonymous:a-1", "crm:c-1", "shop", "sign-up", AT, false);
        Link requested = new Link("card:4711", "crm:c-1", "desk", "ticket-17", AT, true);
        Link shared = new Link("crm:c-1", "crm:c-2", "shop", "login", AT, false);
        IdentitiesReport report = new IdentitiesReport(
                "crm:c-1",
                "card:4711",
                List.of("crm:c-1", "card:4711", "anonymous:a-1"),
                List.of(seen, requested),
                List.of(new RefusedLink(shared, "UNIQUE_NAMESPACE")),
                1_200,
                List.of(new Pair("crm:c-1", "device:tablet")),
                Optional.of("crm:c-0"),
                new CustomerConsent(true, false, List.of()));

        assertThat(String.join("\n", IdentitiesText.of(report))).isEqualTo("""
                        crm:c-1 is a customer with 3 identities

                          crm:c-1
                          card:4711
                          anonymous:a-1

                        Is being joined with crm:c-0.

                        Links
                          anonymous:a-1 and crm:c-1
                              event sign-up of shop, 1 March 2026, 12:00 UTC
                          card:4711 and crm:c-1
                              request ticket-17 by desk, 1 March 2026, 12:00 UTC

                        Refused links: 1,200, the first 1 of them
                          crm:c-1 and crm:c-2
                              both customers have an identity of a namespace of which a person has one; event login of shop, 1 March 2026, 12:00 UTC

                        Split, and joined again only by truenorth identity link
                          crm:c-1 and device:tablet""");
    }
}
