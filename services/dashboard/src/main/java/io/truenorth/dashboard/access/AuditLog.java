package io.truenorth.dashboard.access;

import io.javalin.http.Context;
import io.truenorth.query.ApiJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Records every access to customers (one, a list, a search) and to receipts of privacy requests, and every request that was refused
 * because of the role: one JSON object a line on the logger {@code audit}, with who, when, what and from where. Principals of a
 * provider are identified by subject and issuer, as an e-mail address can change hands; an address that the provider has verified
 * is recorded too.
 */
public final class AuditLog {
    private static final String LOGGER = "audit";

    private final Clock clock;
    private final Consumer<String> lines;

    /** A log to a consumer of lines. */
    public AuditLog(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    /** The log of a service. */
    public static AuditLog of(Clock clock) {
        return new AuditLog(clock, LoggerFactory.getLogger(LOGGER)::info);
    }

    /** Records a request that the principal's role does not allow. */
    public void refused(Context ctx) {
        String query = ctx.queryString();
        note(ctx, "refused", query == null ? ctx.path() : ctx.path() + "?" + query);
    }

    /**
     * Records an access.
     *
     * @param what {@code customer}, {@code change}, {@code identities}, {@code list}, {@code search}, {@code follow}, {@code receipts} or
     *     {@code receipt}
     * @param which the customer's id, what was searched for, or the id of the request
     */
    public void note(Context ctx, String what, String which) {
        Principal principal = Principal.of(ctx);
        AuditEntry entry = new AuditEntry(
                clock.instant(), principal.id(), principal.email(), principal.role(), what, which, ctx.ip());
        lines.accept(new String(ApiJson.write(entry), StandardCharsets.UTF_8));
    }

    /** A line of the log. */
    private record AuditEntry(
            Instant at, String who, Optional<String> email, Role role, String what, String which, String from) {}
}
