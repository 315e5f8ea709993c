package io.truenorth.streams.query;

import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.Pair;
import io.truenorth.query.IdentitiesReport.RefusedLink;
import io.truenorth.streams.customer.CustomerView.ConsentView;
import java.time.Instant;
import java.util.Optional;

/** Maps the identities of customers to the reports of the queries. */
final class IdentitiesMapping {
    private IdentitiesMapping() {}

    static IdentitiesReport report(
            String asked, CustomerIdentities customer, ConsentView consent, IdentityRanking ranking) {
        return new IdentitiesReport(
                customer.id(),
                asked,
                customer.members().keySet().stream().sorted(ranking).toList(),
                customer.links().entrySet().stream()
                        .map(entry -> link(entry.getKey(), entry.getValue()))
                        .toList(),
                customer.refusals().stream()
                        .map(refusal -> new RefusedLink(
                                link(refusal.link(), refusal.evidence()),
                                refusal.reason().name()))
                        .toList(),
                customer.refused(),
                customer.barred().stream()
                        .map(pair -> new Pair(pair.first(), pair.second()))
                        .toList(),
                Optional.ofNullable(customer.waitsFor()),
                CustomerReportMapping.consent(consent));
    }

    private static Link link(IdentityPair pair, Evidence evidence) {
        return new Link(
                pair.first(),
                pair.second(),
                evidence.source(),
                evidence.eventId(),
                Instant.ofEpochMilli(evidence.at()),
                evidence.byHand());
    }
}
