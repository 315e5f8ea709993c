package io.truenorth.gateway.identities;

import io.truenorth.contract.Erasure;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.identity.IdentityHash;
import io.truenorth.query.ApiJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Records the requests about identities: one JSON object a line on the logger {@code audit}. Of personal identities it has
 * pseudonyms; of an identity to erase, or whose consent is set, its hash alone, so that the log need not be erased.
 */
public final class IdentityAuditLog {

    private static final String LOGGER = "audit";

    private final Consumer<String> lines;

    /** A log to a consumer of lines. */
    IdentityAuditLog(Consumer<String> lines) {
        this.lines = lines;
    }

    /** The log of a service. */
    public static IdentityAuditLog ofService() {
        return new IdentityAuditLog(LoggerFactory.getLogger(LOGGER)::info);
    }

    /**
     * Records a request that was stored.
     *
     * @param from the address it came from
     */
    void note(IdentityRequest request, String from) {
        Optional<Erasure> erasure = Optional.ofNullable(request.getErasure());
        Optional<AuditedConsent> consent = Optional.ofNullable(request.getConsent())
                .map(set -> new AuditedConsent(
                        Optional.ofNullable(set.getScoring()), Optional.ofNullable(set.getActivation())));
        boolean hashed = erasure.isPresent() || consent.isPresent();
        AuditedRequest entry = new AuditedRequest(
                Instant.ofEpochMilli(request.getRequestedAt()),
                request.getRequestedBy(),
                what(request),
                hashed ? IdentityHash.of(request.getIdentity()) : request.getIdentity(),
                Optional.ofNullable(request.getOther()),
                erasure.map(choice -> choice.getLaterEvents().name().toLowerCase(Locale.ROOT)),
                consent,
                request.getRequestId(),
                from);
        lines.accept(new String(ApiJson.write(entry), StandardCharsets.UTF_8));
    }

    private static String what(IdentityRequest request) {
        if (request.getErasure() != null) {
            return "erase";
        }
        if (request.getConsent() != null) {
            return "consent";
        }
        return request.getOther() != null ? "link" : "split";
    }

    /** A line of the log. */
    private record AuditedRequest(
            Instant at,
            String who,
            String what,
            String identity,
            Optional<String> other,
            Optional<String> laterEvents,
            Optional<AuditedConsent> consent,
            String requestId,
            String from) {}

    /** The purposes that were set. */
    private record AuditedConsent(Optional<Boolean> scoring, Optional<Boolean> activation) {}
}
