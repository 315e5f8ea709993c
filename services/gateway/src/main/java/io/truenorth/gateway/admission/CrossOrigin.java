package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets browsers send from the pages that senders list (CORS). What a page may send is decided when the sender is known; here
 * its browser is only allowed to try.
 *
 * <p>A page may send any headers: none of them is trusted. Libraries
 * have headers of their own, such as the number of a retry, and a list of those of today would lose the events of tomorrow's.
 * It may also send with cookies, as beacons always do: there are none here that say anything.
 */
public final class CrossOrigin implements Endpoints {

    private static final List<String> PATHS = List.of("/v1/*", "/beacon/*");
    private static final String USUAL_HEADERS = "Authorization, Content-Type, Content-Encoding";
    private static final Pattern HEADERS = Pattern.compile("[A-Za-z0-9_-]{1,64}( ?, ?[A-Za-z0-9_-]{1,64}){0,31}");
    private static final String ONE_DAY = "86400";

    private final List<Sender> senders;

    /** Asks some senders. */
    public CrossOrigin(List<Sender> senders) {
        this.senders = List.copyOf(senders);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        for (String paths : PATHS) {
            routes.before(paths, this::name);
            routes.options(paths, CrossOrigin::allow, Access.OPEN, QueryParameters.any());
        }
    }

    private void name(Context ctx) {
        String origin = ctx.header("Origin");
        ctx.header("Vary", "Origin");
        if (origin != null && senders.stream().anyMatch(sender -> sender.listsOrigin(origin))) {
            ctx.header("Access-Control-Allow-Origin", origin);
            ctx.header("Access-Control-Allow-Credentials", "true");
            ctx.header("Access-Control-Expose-Headers", "Retry-After");
        }
    }

    private static void allow(Context ctx) {
        String asked = Optional.ofNullable(ctx.header("Access-Control-Request-Headers"))
                .orElse("");
        ctx.status(204)
                .header("Vary", "Origin, Access-Control-Request-Headers")
                .header("Access-Control-Allow-Methods", "GET, POST")
                .header("Access-Control-Allow-Headers", HEADERS.matcher(asked).matches() ? asked : USUAL_HEADERS)
                .header("Access-Control-Max-Age", ONE_DAY);
    }
}
