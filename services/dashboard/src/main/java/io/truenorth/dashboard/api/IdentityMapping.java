package io.truenorth.dashboard.api;

import io.truenorth.dashboard.api.response.IdentityChangesResponse.ChangeEntry;
import io.truenorth.dashboard.api.response.IdentityChangesResponse.LinkEntry;
import io.truenorth.dashboard.api.response.IdentityDetailResponse;
import io.truenorth.dashboard.identity.IdentityChange;
import io.truenorth.dashboard.identity.IdentityChange.Type;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.RefusedLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From identities and their changes to what the page shows of them. */
final class IdentityMapping {
    private final PublishedIdentities identities;

    /** A mapping that names the current customers of identities. */
    IdentityMapping(PublishedIdentities identities) {
        this.identities = identities;
    }

    IdentityDetailResponse response(IdentitiesReport report) {
        List<IdentityChange> known = identities.naming(report.identities());
        Stream<IdentityChange> older = report.refusals().stream()
                .filter(refused -> known.stream().noneMatch(change -> isOf(refused.link(), change)))
                .map(refused -> change(report.customer(), refused));
        return new IdentityDetailResponse(
                report.customer(),
                report.asked(),
                report.identities(),
                report.links(),
                report.refused(),
                report.apart(),
                report.joining(),
                Stream.concat(known.stream(), older)
                        .sorted(IdentityChange.LATEST_FIRST)
                        .map(this::entry)
                        .toList());
    }

    /** Whether a change is the refusal of a link, which has its ends in any order. */
    private static boolean isOf(Link link, IdentityChange change) {
        return change.type() == Type.REFUSED
                && (link.first().equals(change.first()) && link.second().equals(change.second())
                        || link.first().equals(change.second()) && link.second().equals(change.first()));
    }

    /** A refusal that is older than the changes that are kept; when it was decided is not known. */
    private static IdentityChange change(String customer, RefusedLink refused) {
        Link link = refused.link();
        return new IdentityChange(
                Type.REFUSED,
                customer,
                List.of(),
                0,
                link.first(),
                link.second(),
                refused.reason(),
                link.source(),
                link.eventId(),
                link.at().toEpochMilli(),
                link.byHand(),
                link.at().toEpochMilli());
    }

    ChangeEntry entry(IdentityChange change) {
        return new ChangeEntry(
                change.type(),
                Instant.ofEpochMilli(change.at()),
                change.customer(),
                change.identities(),
                change.identityCount(),
                link(change),
                Optional.of(change.first()).filter(first -> change.type() == Type.REFERENCE_CONFLICT),
                Optional.of(change.reason()).filter(reason -> !reason.isEmpty()),
                change.source(),
                change.eventId(),
                Instant.ofEpochMilli(change.occurredAt()),
                change.byHand());
    }

    private Optional<LinkEntry> link(IdentityChange change) {
        return change.second().isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkEntry(
                        change.first(),
                        change.second(),
                        identities.customerOf(change.first()),
                        identities.customerOf(change.second())));
    }
}
