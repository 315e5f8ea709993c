package io.truenorth.dashboard.api;

import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/** Answers for customers who were erased, without asking the streams service, which may be away. */
final class ErasedCustomers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Customers customers;
    private final PublishedIdentities identities;
    private final PublishedErasures erasures;

    ErasedCustomers(Customers customers, PublishedIdentities identities, PublishedErasures erasures) {
        this.customers = customers;
        this.identities = identities;
        this.erasures = erasures;
    }

    /**
     * Refuses a request for an identity that was erased and has not come back: neither is there a score since, nor a join. Of
     * somebody without consent to scoring there is no score, but there may be a join.
     *
     * @throws ProblemException with the status 410 and the time of the erasure
     */
    void refuse(String identity) {
        OptionalLong at = erasures.erasedAt(identity);
        if (at.isPresent() && !hasComeBack(identity)) {
            Instant erasedAt = Instant.ofEpochMilli(at.getAsLong());
            throw new ProblemException(Problem.of(
                            410,
                            "customer-erased",
                            "Erased",
                            "This customer was erased on " + DAY.format(erasedAt) + ".")
                    .with("erasedAt", erasedAt.toString()));
        }
    }

    /** What is published of an erased customer is of the time since: the rest is deleted as soon as the erasure is read. */
    private boolean hasComeBack(String identity) {
        return identities.isJoined(identity)
                || customers.find(identities.customerOf(identity)).isPresent();
    }
}
