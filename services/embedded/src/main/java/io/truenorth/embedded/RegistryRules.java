package io.truenorth.embedded;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which requests are forwarded to the registry. */
final class RegistryRules {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "DELETE");

    /** Only characters that every server interprets as the same path. */
    private static final Pattern PATH =
            Pattern.compile(Pattern.quote(LocalRegistry.CONFLUENT_API) + "(/([\\w.~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*)*");

    /** The lookup of the id of a schema, a read that uses POST. */
    private static final Pattern LOOKUP =
            Pattern.compile(Pattern.quote(LocalRegistry.CONFLUENT_API) + "/subjects/[^/]+");

    private static final Pattern AMBIGUOUS = Pattern.compile("(?i).*(/(\\.|%2e){1,2}(/.*)?|//.*|%2f.*|%5c.*|%00.*)");

    private final RegistryCredentials credentials;

    RegistryRules(RegistryCredentials credentials) {
        this.credentials = credentials;
    }

    /** The response to a request that is rejected; empty if it is forwarded. */
    Optional<RegistryResponse> rejection(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!isForThisMachine(headers.get("Host"))) {
            return reject(421, "this registry only accepts requests to localhost or 127.0.0.1");
        }
        if (isFromAPage(headers)) {
            return reject(403, "this registry does not accept requests from web pages");
        }
        String path = exchange.getRequestURI().getRawPath();
        if (path == null
                || !PATH.matcher(path).matches()
                || AMBIGUOUS.matcher(path).matches()) {
            return reject(404, "expected a path of Confluent's API, below " + LocalRegistry.CONFLUENT_API);
        }
        return refusalOf(exchange.getRequestMethod(), path, headers);
    }

    private Optional<RegistryResponse> refusalOf(String method, String path, Headers headers) {
        boolean lookup = method.equals("POST") && LOOKUP.matcher(path).matches();
        if (READING.contains(method) || lookup) {
            return Optional.empty();
        }
        if (!WRITING.contains(method)) {
            return reject(405, "expected GET, HEAD, POST, PUT or DELETE");
        }
        if (!credentials.match(headers.getFirst("Authorization"))) {
            return reject(
                    RegistryResponse.UNAUTHORIZED,
                    "writing requires the credentials of this run, which are in client.properties in the registry's"
                            + " directory");
        }
        return Optional.empty();
    }

    private static boolean isForThisMachine(@Nullable List<String> hosts) {
        return hosts != null
                && hosts.size() == 1
                && NAMES.contains(hosts.get(0).replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT));
    }

    /** Whether a browser sent the request on behalf of a page, rather than for an address typed by a user. */
    private static boolean isFromAPage(Headers headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        return headers.containsKey("Origin") || (site != null && !site.equals("none"));
    }

    private static Optional<RegistryResponse> reject(int status, String message) {
        return Optional.of(RegistryResponse.error(status, message));
    }
}
