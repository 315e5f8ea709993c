package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.event.UnmappedException;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a text comes from: one of a closed list of functions over locations in a payload. */
interface Expression {

    /**
     * The value for a payload; empty if the payload has none.
     *
     * @throws UnmappedException if the payload has a value that is invalid
     */
    Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException;

    /** Every location that is read. */
    Stream<PayloadLocation> locations();

    /** Every text that it may evaluate to whatever the payload. */
    default Stream<String> constants() {
        return Stream.empty();
    }

    /** An expression over another one. */
    interface Derived extends Expression {
        /** The other one. */
        Expression of();

        @Override
        default Stream<PayloadLocation> locations() {
            return of().locations();
        }
    }
}
