package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.QueryParameters;
import java.util.List;

/**
 * Lets browsers send from the pages that senders list (CORS). What a page may send is decided when the sender is known; here
 * its browser is only told that it may try.
 */
public final class CrossOrigin implements Endpoints {

    private static final String PATHS = "/v1/*";
    private static final String ONE_DAY = "86400";

    private final List<Sender> senders;

    /** Asks some senders. */
    public CrossOrigin(List<Sender> senders) {
        this.senders = List.copyOf(senders);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.before(PATHS, this::name);
        routes.options(PATHS, CrossOrigin::allow, Access.OPEN, QueryParameters.any());
    }

    private void name(Context ctx) {
        String origin = ctx.header("Origin");
        ctx.header("Vary", "Origin");
        if (origin != null && senders.stream().anyMatch(sender -> sender.listsOrigin(origin))) {
            ctx.header("Access-Control-Allow-Origin", origin);
            ctx.header("Access-Control-Expose-Headers", "Retry-After");
        }
    }

    private static void allow(Context ctx) {
        ctx.status(204)
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Content-Encoding")
                .header("Access-Control-Max-Age", ONE_DAY);
    }
}
