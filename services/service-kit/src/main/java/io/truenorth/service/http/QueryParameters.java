package io.truenorth.service.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The query parameters that a route knows, given to it beside the roles of who may use it. A request with any other is refused
 * by its name: who wrote {@code asof} for {@code asOf} would take today's answer for that of another day. A route without
 * this knows no parameter.
 *
 * <pre>{@code
 * routes.get("/v1/scores", this::answer, QueryParameters.once("asOf", "limit"));
 * }</pre>
 */
public final class QueryParameters implements RouteRole {

    private static final QueryParameters NONE = new QueryParameters(Set.of(), Set.of(), false);

    private final Set<String> once;
    private final Set<String> repeated;
    private final boolean others;

    private QueryParameters(Set<String> once, Set<String> repeated, boolean others) {
        this.once = once;
        this.repeated = repeated;
        this.others = others;
    }

    /** Parameters that a request may have once each. */
    public static QueryParameters once(String... names) {
        return new QueryParameters(new LinkedHashSet<>(List.of(names)), Set.of(), false);
    }

    /** Parameters that a request may have any number of times. */
    public static QueryParameters repeated(String... names) {
        return new QueryParameters(Set.of(), new LinkedHashSet<>(List.of(names)), false);
    }

    /**
     * Any parameters: for addresses that are given to the programs of others, which may add to them, and where a request
     * that is refused is an event that is lost; and for pages, whose address is read in the browser.
     */
    public static QueryParameters any() {
        return new QueryParameters(Set.of(), Set.of(), true);
    }

    /** Refuses a request with parameters that its route does not know. */
    static void require(Context ctx) {
        QueryParameters known = ctx.routeRoles().stream()
                .filter(QueryParameters.class::isInstance)
                .map(QueryParameters.class::cast)
                .findFirst()
                .orElse(NONE);
        if (!known.others) {
            ctx.queryParamMap().forEach(known::require);
        }
    }

    private void require(String name, List<String> values) {
        if (repeated.contains(name)) {
            return;
        }
        if (!once.contains(name)) {
            Set<String> known = once.isEmpty() ? repeated : once;
            throw rejection(
                    name, known.isEmpty() ? "expected no parameter" : "expected one of " + String.join(", ", known));
        }
        if (values.size() > 1) {
            throw rejection(name, "expected it once");
        }
    }

    /** A parameter that is refused, and what was expected: 400, with its name as the member {@code parameter} too. */
    public static ProblemException rejection(String name, String expected) {
        return new ProblemException(Problem.of(400, "invalid-parameter", "Invalid parameter", name + ": " + expected)
                .with("parameter", name));
    }
}
