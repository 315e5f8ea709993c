package io.truenorth.dashboard.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Every look at a customer, a list or a search of customers, and everything that somebody was refused for their role: one
 * JSON object a line on the logger {@code audit}, which says who, when, what and from where. Who comes from a provider is named
 * by subject and issuer, as an address can be changed and taken by others; one that the provider has verified stands beside.
 */
public final class AuditLog {
    private static final String LOGGER = "audit";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Clock clock;
    private final Consumer<String> lines;

    /** A log that goes somewhere, line by line. */
    public AuditLog(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    /** The log of a service. */
    public static AuditLog of(Clock clock) {
        return new AuditLog(clock, LoggerFactory.getLogger(LOGGER)::info);
    }

    /** Notes that somebody known asked for what their role may not see. */
    public void refused(Context ctx) {
        String query = ctx.queryString();
        note(ctx, "refused", query == null ? ctx.path() : ctx.path() + "?" + query);
    }

    /**
     * Notes a look.
     *
     * @param what {@code customer}, {@code list}, {@code search} or {@code follow}
     * @param which the customer's id, or what was searched for
     */
    public void note(Context ctx, String what, String which) {
        Principal principal = Principal.of(ctx);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", clock.instant().toString());
        entry.put("who", principal.id());
        principal.email().ifPresent(email -> entry.put("email", email));
        entry.put("role", principal.role().word());
        entry.put("what", what);
        entry.put("which", which);
        entry.put("from", ctx.ip());
        try {
            lines.accept(mapper.writeValueAsString(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
