package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import io.truenorth.service.http.TokenHash;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Finds out which source sends a request of a channel, and lets it in or not.
 *
 * @param <S> a source as the channel runs it
 */
public final class Admission<S> {

    private final String channel;
    private final List<SourceGuard<S>> gates;

    /**
     * The admission of the sources of a channel.
     *
     * @param channel the API that they speak, such as {@code segment}
     * @param sources each with a name or keys of its own
     * @param sender tells of a source who it is, and what it may do
     * @param nanos a clock that never goes back, for rate limits
     */
    public Admission(String channel, List<S> sources, Function<S, Sender> sender, LongSupplier nanos) {
        this.channel = channel;
        this.gates = sources.stream()
                .map(source -> new SourceGuard<>(source, sender.apply(source), nanos))
                .toList();
    }

    /**
     * Lets in the holder of a write key; or whoever comes, where nobody on the channel has one.
     *
     * @param key the write key as it was sent; nothing if none was
     * @throws RejectedRequest 401 if no source of this channel has the key; 403 and 429 as {@link SourceGuard#admit} does
     */
    public SourceGuard<S> holderOf(Optional<String> key, Context ctx) {
        SourceGuard<S> gate =
                key.flatMap(this::find).or(this::openForAll).orElseThrow(() -> RejectedRequest.unknownSender(key.isPresent()));
        gate.admit(ctx);
        return gate;
    }

    /**
     * Lets in who says to be a source, which is still to be proved by a signature.
     *
     * @throws RejectedRequest 404 if there is no such source on this channel; 403 and 429 as {@link SourceGuard#admit} does
     */
    public SourceGuard<S> named(String name, Context ctx) {
        SourceGuard<S> gate = gates.stream()
                .filter(some -> some.sender().name().equals(name))
                .findFirst()
                .orElseThrow(() -> RejectedRequest.unknownSource(channel));
        gate.admit(ctx);
        return gate;
    }

    /** The gate for everybody, which a gateway has that is reached by its own machine alone and knows no tokens. */
    private Optional<SourceGuard<S>> openForAll() {
        return gates.stream().filter(gate -> gate.sender().isAnybody()).findFirst();
    }

    /** Looks at every key, so that the time it takes tells nothing. */
    private Optional<SourceGuard<S>> find(String key) {
        Optional<SourceGuard<S>> found = Optional.empty();
        for (SourceGuard<S> gate : gates) {
            for (TokenHash hash : gate.sender().keys()) {
                if (hash.isOf(key)) {
                    found = Optional.of(gate);
                }
            }
        }
        return found;
    }
}
