package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Principal;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.live.LiveFeed;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/events?customer=…}: server-sent events. The response is written without a thread of its own; it
 * ends when the client disconnects or is disconnected, at the latest when its token expires.
 */
public final class LiveEndpoint implements Endpoints {
    private static final int MOST_CUSTOMERS = 50;

    private final LiveFeed feed;
    private final PublishedIdentities identities;
    private final AuditLog audit;

    /** The events of a feed. */
    public LiveEndpoint(LiveFeed feed, PublishedIdentities identities, AuditLog audit) {
        this.feed = feed;
        this.identities = identities;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/events", this::follow, Role.VIEWER, QueryParameters.repeated("customer"));
    }

    private void follow(Context ctx) {
        if (feed.isFull()) {
            throw new ProblemException(
                    Problem.of(503, "too-many-clients", "Too many clients", "client limit reached, retry later"),
                    Map.of("Retry-After", "10"));
        }
        Set<String> customers = customers(ctx);
        ctx.disableCompression();
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
        if (ctx.method() == HandlerType.GET) {
            stream(ctx, customers);
        }
    }

    private void stream(Context ctx, Set<String> customers) {
        Optional<Instant> until = Principal.of(ctx).until();
        Optional<Long> after = lastId(ctx.header("Last-Event-ID"));
        ctx.future(() -> feed.follow(outputOf(ctx), customers, until, after));
    }

    private Set<String> customers(Context ctx) {
        List<String> customers = ctx.queryParams("customer");
        if (customers.isEmpty()) {
            return Set.of();
        }
        if (customers.size() > MOST_CUSTOMERS) {
            throw new ProblemException(Problem.of(
                    400,
                    "invalid-customer",
                    "Invalid customer",
                    "customer: expected up to " + MOST_CUSTOMERS + " ids"));
        }
        if (!Principal.of(ctx).role().covers(Role.ANALYST)) {
            audit.refused(ctx);
            throw new ProblemException(Problem.ofStatus(403, "customer: only analysts may follow a customer"));
        }
        customers.forEach(customer -> audit.note(ctx, "follow", customer));
        return withCurrent(customers);
    }

    /** The ids asked for, and those of the customers that these are part of. */
    private Set<String> withCurrent(List<String> customers) {
        return Stream.concat(customers.stream(), customers.stream().map(identities::customerOf))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An id of another form is treated as one that is no longer held. */
    private static Optional<Long> lastId(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(header.matches("\\d{1,18}") ? Long.parseLong(header) : 0L);
    }

    private static ServletOutputStream outputOf(Context ctx) {
        try {
            return ctx.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
