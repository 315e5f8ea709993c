package io.truenorth.service.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/**
 * The names by which a server that is for its own machine may be called. A page of a foreign site in a browser here calls
 * it by that site's name, and is refused.
 */
public final class LocalNames {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String host;

    /** The names of a server that is bound to a host. */
    public LocalNames(String host) {
        this.host = host;
    }

    /**
     * Lets a request pass that calls the server by a name of this machine.
     *
     * @throws ProblemException 421 for any other
     */
    public void require(Context ctx) {
        String called = ctx.host();
        String name = called == null ? "" : called.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        if (!NAMES.contains(name) && !name.equals(host)) {
            throw new ProblemException(
                    Problem.ofStatus(421, "this server is for its own machine: call it localhost or 127.0.0.1"));
        }
    }
}
