package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.CustomersResponse;
import io.truenorth.dashboard.api.response.CustomersResponse.CustomerEntry;
import io.truenorth.dashboard.customers.Cursor;
import io.truenorth.dashboard.customers.CustomerFilter;
import io.truenorth.dashboard.customers.CustomerList;
import io.truenorth.dashboard.customers.CustomerOrder;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.PreviousStage;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.moves.Period;
import io.truenorth.query.ApiJson;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code GET /v1/customers?…}: lists of customers, page by page. */
final class CustomersEndpoint implements Endpoints {
    private static final QueryParameters PARAMETERS = QueryParameters.once(
            "scope",
            "stage",
            "channel",
            "main",
            "single",
            "detractor",
            "activation",
            "product",
            "lostOn",
            "slipped",
            "risen",
            "quiet",
            "q",
            "days",
            "sort",
            "limit",
            "cursor");
    private static final int USUAL_DAYS = 30;
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;

    private final Customers customers;
    private final MovesSource moves;
    private final AuditLog audit;
    private final Clock clock;

    CustomersEndpoint(Customers customers, MovesSource moves, AuditLog audit, Clock clock) {
        this.customers = customers;
        this.moves = moves;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/customers", this::answer, Role.ANALYST, PARAMETERS);
    }

    private void answer(Context ctx) {
        QueryValues query = new QueryValues(ctx);
        CustomerList page = CustomerList.of(
                customers,
                filter(query),
                query.oneOf("sort", CustomerOrder.class, CustomerOrder.SCORE),
                query.limit(USUAL_LIMIT, LARGEST_LIMIT),
                cursor(query));
        audit.note(ctx, "list", Optional.ofNullable(ctx.queryString()).orElse(""));
        CustomersResponse response = new CustomersResponse(
                page.total(),
                page.rows().stream().map(CustomersEndpoint::entry).toList(),
                page.next().map(Cursor::toText));
        Json.answer(ctx, ApiJson.write(response));
    }

    private CustomerFilter filter(QueryValues query) {
        return new CustomerFilter(
                query.text("scope", ScopeNames.ALL),
                query.stage(),
                query.text("channel", ""),
                query.text("main", ""),
                query.isTrue("single"),
                query.isTrue("detractor"),
                query.isTrue("activation"),
                query.text("product", ""),
                query.text("lostOn", ""),
                query.isTrue("slipped"),
                query.isTrue("risen"),
                query.isTrue("quiet"),
                query.text("q", ""),
                Period.since(query.days(USUAL_DAYS), clock.millis()),
                before(query));
    }

    /** The stages at the start of the period, if a parameter needs them. */
    private PreviousStage before(QueryValues query) {
        boolean asked = query.isTrue("slipped")
                || query.isTrue("risen")
                || !query.text("lostOn", "").isEmpty();
        if (!asked) {
            return PreviousStage.asNow();
        }
        return moves.stages(query.days(USUAL_DAYS)).orElseThrow(CustomersEndpoint::notYetKnown);
    }

    private static ProblemException notYetKnown() {
        return new ProblemException(
                Problem.of(
                        503,
                        "moves-unknown",
                        "Stage changes are not known yet",
                        "stage changes are computed by the streams service, which has not answered yet; try again"
                                + " soon"),
                Map.of("Retry-After", "2"));
    }

    private static Optional<Cursor> cursor(QueryValues query) {
        String text = query.text("cursor", "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Cursor.fromText(text));
        } catch (IllegalArgumentException e) {
            throw QueryValues.rejection("cursor", "expected the `next` of a previous page");
        }
    }

    private static CustomerEntry entry(CustomerRow row) {
        return new CustomerEntry(
                row.id(),
                Points.of(row.score()),
                row.stage(),
                row.detractor(),
                row.risk(),
                row.channels(),
                row.activation(),
                row.lastTouchAt() > 0 ? Optional.of(Instant.ofEpochMilli(row.lastTouchAt())) : Optional.empty(),
                row.attributes());
    }
}
