package io.truenorth.service.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The query parameters that a route accepts, added beside its roles. A request with any other parameter is rejected:
 * a misspelled {@code asof} must not return today's result for another day. A route without this accepts no
 * parameters.
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

    /** Parameters accepted once each. */
    public static QueryParameters once(String... names) {
        return new QueryParameters(new LinkedHashSet<>(List.of(names)), Set.of(), false);
    }

    /** Parameters accepted any number of times. */
    public static QueryParameters repeated(String... names) {
        return new QueryParameters(Set.of(), new LinkedHashSet<>(List.of(names)), false);
    }

    /**
     * Any parameters: for webhook URLs, to which other systems may add parameters and where a rejected request is a
     * lost event; and for pages, whose URL is read in the browser.
     */
    public static QueryParameters any() {
        return new QueryParameters(Set.of(), Set.of(), true);
    }

    /** Rejects a request with parameters that its route does not accept. */
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

    /** Rejects a parameter with 400 and its name as the member {@code parameter}. */
    public static ProblemException rejection(String name, String expected) {
        return new ProblemException(Problem.of(400, "invalid-parameter", "Invalid parameter", name + ": " + expected)
                .with("parameter", name));
    }
}
