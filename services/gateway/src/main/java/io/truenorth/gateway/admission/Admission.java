package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import io.truenorth.service.http.TokenHash;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Finds out who sends a request, and lets it in or not. */
public final class Admission {

    private final List<Gate> gates;

    /**
     * The admission of some senders.
     *
     * @param senders each with a name or keys of its own
     * @param nanos a clock that never goes back, for rate limits
     */
    public Admission(List<Sender> senders, LongSupplier nanos) {
        this.gates = senders.stream().map(sender -> new Gate(sender, nanos)).toList();
    }

    /**
     * Lets in the holder of a write key; or whoever comes, where nobody on the channel has one.
     *
     * @param channel the API that is spoken
     * @param key the write key as it was sent; nothing if none was
     * @throws Refusal 401 if no sender of this channel has the key; 403 and 429 as {@link Gate#letIn} does
     */
    public Gate holderOf(Optional<String> key, String channel, Context ctx) {
        Gate gate = key.flatMap(some -> find(some, channel))
                .or(() -> openFor(channel))
                .orElseThrow(() -> Refusal.unknownSender(key.isPresent()));
        gate.letIn(ctx);
        return gate;
    }

    /**
     * Lets in who says to be a source, which is still to be proved by a signature.
     *
     * @throws Refusal 404 if there is no such source on this channel; 403 and 429 as {@link Gate#letIn} does
     */
    public Gate named(String name, String channel, Context ctx) {
        Gate gate = gates.stream()
                .filter(some -> some.sender().channel().equals(channel))
                .filter(some -> some.sender().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknownSource(channel));
        gate.letIn(ctx);
        return gate;
    }

    /** The gate for everybody, which a gateway has that is reached by its own machine alone and knows no tokens. */
    private Optional<Gate> openFor(String channel) {
        return gates.stream()
                .filter(gate -> gate.sender().channel().equals(channel))
                .filter(gate -> gate.sender().isAnybody())
                .findFirst();
    }

    /** Whether any sender lets browsers send from a page of this origin. */
    boolean listsOrigin(String origin) {
        return gates.stream().anyMatch(gate -> gate.sender().listsOrigin(origin));
    }

    /** Looks at every key, so that the time it takes tells nothing. */
    private Optional<Gate> find(String key, String channel) {
        Optional<Gate> found = Optional.empty();
        for (Gate gate : gates) {
            for (TokenHash hash : gate.sender().keys()) {
                if (hash.isOf(key) && gate.sender().channel().equals(channel)) {
                    found = Optional.of(gate);
                }
            }
        }
        return found;
    }
}
