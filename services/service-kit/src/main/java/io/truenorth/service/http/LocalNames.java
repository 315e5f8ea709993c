package io.truenorth.service.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps pages of foreign sites from a server that is for its own machine, and asks nobody who they are. Such a page, in a
 * browser here, may call the server by the site's own name that it lets point here, or by a name of this machine, which the
 * browser tells.
 */
public final class LocalNames {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final String host;

    /** For a server that is bound to a host. */
    public LocalNames(String host) {
        this.host = host;
    }

    /**
     * Requires a Host header that names this machine and rejects cross-site reads.
     *
     * @throws ProblemException 421 for another name, 403 for another page
     */
    public void require(Context ctx) {
        requireName(ctx);
        requireOwnPage(ctx);
    }

    /** Navigation from another site is allowed. Writes are checked by the endpoints, which authenticate their callers. */
    private static void requireOwnPage(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        boolean foreign = site != null && !OWN.contains(site) && !"navigate".equals(ctx.header("Sec-Fetch-Mode"));
        if (foreign && READING.contains(ctx.method())) {
            throw new ProblemException(Problem.ofStatus(403, "cross-site reads are not allowed"));
        }
    }

    /**
     * Requires a Host header that names this machine.
     *
     * @throws ProblemException 421 for another name
     */
    public void requireName(Context ctx) {
        String called = ctx.host();
        String name = called == null ? "" : called.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        if (!NAMES.contains(name) && !name.equals(host)) {
            throw new ProblemException(
                    Problem.ofStatus(421, "this server is bound to loopback: address it as localhost or 127.0.0.1"));
        }
    }
}
