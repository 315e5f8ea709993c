package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import io.truenorth.service.http.TokenHash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Finds the source that sends a request.
 *
 * @param <S> a source as its endpoint uses it
 */
public final class SourceAuthenticator<S> {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final List<SourceGuard<S>> guards;

    /**
     * An authenticator of some sources.
     *
     * @param sources each with a name or keys of its own
     * @param sender the sender of a source
     * @param nanos a monotonic clock, for rate limits
     */
    public SourceAuthenticator(List<S> sources, Function<S, Sender> sender, LongSupplier nanos) {
        this.guards = sources.stream()
                .map(source -> new SourceGuard<>(source, sender.apply(source), nanos))
                .toList();
    }

    /**
     * The source of a write key, which may send now; or the source that is open to everybody, where there is one.
     *
     * @param key the write key as it was sent; empty if none was
     * @throws RejectedRequest 401 if no source has the key; 403 and 429 as {@link SourceGuard#admit} does
     */
    public SourceGuard<S> byKey(Optional<String> key, Context ctx) {
        SourceGuard<S> guard = key.flatMap(this::find)
                .or(this::openToEverybody)
                .orElseThrow(() -> RejectedRequest.unknownSender(key.isPresent()));
        guard.admit(ctx);
        return guard;
    }

    /**
     * The source of a name, which may send now. That the request is the source's is still to be verified by its signature.
     *
     * @throws RejectedRequest 404 if no source of this protocol has the name; 403 and 429 as {@link SourceGuard#admit} does
     */
    public SourceGuard<S> byName(String name, String protocol, Context ctx) {
        SourceGuard<S> guard = guards.stream()
                .filter(some -> some.sender().name().equals(name))
                .findFirst()
                .orElseThrow(() -> RejectedRequest.unknownSource(protocol));
        guard.admit(ctx);
        return guard;
    }

    /** A gateway without tokens, which is reached from its own machine alone, is open to everybody. */
    private Optional<SourceGuard<S>> openToEverybody() {
        return guards.stream().filter(guard -> guard.sender().isAnybody()).findFirst();
    }

    /** Compares every key, so that the time it takes reveals nothing. */
    private Optional<SourceGuard<S>> find(String key) {
        Optional<SourceGuard<S>> found = Optional.empty();
        for (SourceGuard<S> guard : guards) {
            for (TokenHash hash : guard.sender().keys()) {
                if (hash.isOf(key)) {
                    found = Optional.of(guard);
                }
            }
        }
        return found;
    }

    /** The token of {@code Authorization: Bearer …}, or the user of {@code Authorization: Basic …}, if there is one. */
    public static Optional<String> writeKey(Context ctx) {
        String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return nonEmpty(header.substring(BEARER.length()).strip());
        }
        return scheme.startsWith(BASIC) ? user(header.substring(BASIC.length()).strip()) : Optional.empty();
    }

    private static Optional<String> user(String encoded) {
        try {
            String userAndPassword = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return nonEmpty(userAndPassword.split(":", 2)[0]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nonEmpty(String key) {
        return Optional.of(key).filter(text -> !text.isEmpty());
    }
}
