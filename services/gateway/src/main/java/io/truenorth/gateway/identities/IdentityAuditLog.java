package io.truenorth.gateway.identities;

import io.truenorth.contract.IdentityRequest;
import io.truenorth.query.ApiJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Records the requests about identities: one JSON object a line on the logger {@code audit}. Of personal identities it has pseudonyms. */
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
        Optional<String> other = Optional.ofNullable(request.getOther());
        AuditedRequest entry = new AuditedRequest(
                Instant.ofEpochMilli(request.getRequestedAt()),
                request.getRequestedBy(),
                other.isPresent() ? "link" : "split",
                request.getIdentity(),
                other,
                request.getRequestId(),
                from);
        lines.accept(new String(ApiJson.write(entry), StandardCharsets.UTF_8));
    }

    /** A line of the log. */
    private record AuditedRequest(
            Instant at,
            String who,
            String what,
            String identity,
            Optional<String> other,
            String requestId,
            String from) {}
}
