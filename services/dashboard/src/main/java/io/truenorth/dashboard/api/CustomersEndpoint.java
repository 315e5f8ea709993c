package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.customers.Cursor;
import io.truenorth.dashboard.customers.CustomerFilter;
import io.truenorth.dashboard.customers.CustomerList;
import io.truenorth.dashboard.customers.CustomerOrder;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.PreviousStage;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.moves.Period;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
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
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("total", page.total());
        document.put(
                "customers", page.rows().stream().map(CustomersEndpoint::row).toList());
        page.next().ifPresent(next -> document.put("next", next.toText()));
        Json.answer(ctx, 200, document);
    }

    private CustomerFilter filter(QueryValues query) {
        return new CustomerFilter(
                query.text("scope", ScopeNames.ALL),
                query.stage(),
                query.text("channel", ""),
                query.text("main", ""),
                query.isTrue("single"),
                query.isTrue("detractor"),
                query.text("product", ""),
                query.text("lostOn", ""),
                query.isTrue("slipped"),
                query.isTrue("risen"),
                query.isTrue("quiet"),
                query.text("q", ""),
                Period.since(query.days(USUAL_DAYS), clock.millis()),
                before(query));
    }

    /** Where customers stood, where that is asked for. */
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
                        "Moves are not known yet",
                        "who moved is computed by the streams service, which has not answered yet; try again soon"),
                Map.of("Retry-After", "2"));
    }

    private static Optional<Cursor> cursor(QueryValues query) {
        String text = query.text("cursor", "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Cursor.fromText(text));
        } catch (IllegalArgumentException e) {
            throw QueryValues.rejection("cursor", "expected the next of a page before");
        }
    }

    static Map<String, Object> row(CustomerRow row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", row.id());
        document.put("points", Points.of(row.score()));
        document.put("stage", ApiText.word(row.stage()));
        document.put("detractor", row.detractor());
        document.put("risk", row.risk());
        document.put("channels", List.copyOf(row.channels()));
        if (row.lastTouchAt() > 0) {
            document.put("lastTouchAt", ApiText.moment(row.lastTouchAt()));
        }
        document.put("attributes", row.attributes());
        return document;
    }
}
