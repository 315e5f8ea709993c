package io.truenorth.gateway.sources.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a text comes from: one of a closed list of functions over places of a payload. */
interface Value {

    /**
     * The text, or nothing where the payload does not say.
     *
     * @throws UnreadablePayloadException if it says something that is not understood
     */
    Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException;

    /** Every place that is looked at. */
    Stream<PayloadLocation> places();

    /** Every text that it may become whatever the payload says. */
    default Stream<String> constants() {
        return Stream.empty();
    }

    /** A value that is made of another one. */
    interface Derived extends Value {
        /** What it is made of. */
        Value of();

        @Override
        default Stream<PayloadLocation> places() {
            return of().places();
        }
    }
}
