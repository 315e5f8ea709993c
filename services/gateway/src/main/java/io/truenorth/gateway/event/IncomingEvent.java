package io.truenorth.gateway.event;

import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event as it was sent, in whatever form, before it is validated. The fields are those of the contract, with their paths in the
 * native form: {@code /identities/0/value}.
 *
 * @param identities the strongest first; empty if the event has no such field
 * @param origins where in what was sent the fields come from
 * @param malformed fields that could not be read
 */
public record IncomingEvent(
        Optional<String> eventId,
        Optional<List<Identity>> identities,
        Optional<EventTime> occurredAt,
        Optional<String> channel,
        Optional<String> kind,
        Optional<String> direction,
        Optional<String> subject,
        Optional<JsonNumber> sentiment,
        Optional<Money> money,
        Map<String, String> attributes,
        Optional<String> source,
        boolean retraction,
        Optional<String> retracts,
        Map<String, String> context,
        Origins origins,
        List<Violation> malformed) {

    /** An identity of the customer, of which either part may be missing. */
    public record Identity(Optional<String> namespace, Optional<String> value) {

        /** A complete identity. */
        public static Identity of(String namespace, String value) {
            return new Identity(Optional.of(namespace), Optional.of(value));
        }

        /** Without the value, which may be personal. */
        @Override
        public String toString() {
            return "Identity[" + namespace.orElse("") + "]";
        }
    }

    /**
     * An amount of money, of which either part may be missing.
     *
     * @param amountMinor in minor units of the currency, signed
     * @param currency ISO 4217
     */
    public record Money(Optional<JsonNumber> amountMinor, Optional<String> currency) {

        /** A complete amount. */
        public static Money of(String amountMinor, String currency) {
            return new Money(Optional.of(new JsonNumber(amountMinor)), Optional.of(currency));
        }
    }

    /** Tells where in what was sent a field comes from. */
    @FunctionalInterface
    public interface Origins {
        /** For events in the native form. */
        Origins SAME = Optional::of;

        /**
         * The path in what was sent.
         *
         * @param path of the native form
         * @return empty for a value that the configuration of the source states
         */
        Optional<String> of(String path);
    }

    /** Where a field comes from, for an error message; its own path where the configuration of the source states it. */
    public String originOf(String path) {
        return origins.of(path).orElse(path);
    }

    /** This event with the id, time and identities of another one where it has none, and with the origins of that. */
    public IncomingEvent withDefaults(IncomingEvent defaults) {
        return new IncomingEvent(
                eventId.or(defaults::eventId),
                identities.or(defaults::identities),
                occurredAt.or(defaults::occurredAt),
                channel,
                kind,
                direction,
                subject,
                sentiment,
                money,
                attributes,
                source,
                retraction,
                retracts,
                context,
                defaults.origins,
                malformed);
    }

    /** A builder of an event that has no field yet. */
    public static IncomingEventBuilder builder() {
        return new IncomingEventBuilder();
    }
}
