package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Violations.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event as it was sent, in whatever form, before it is validated. The fields are those of the contract, with their paths in the
 * native form: {@code /identities/0/value}.
 *
 * @param identities the strongest first; empty if the event has no such field
 * @param references what the event is about, such as an order; without an identity it belongs to the customer of the first
 * @param consent given or withdrawn with the event
 * @param retraction whether it says that it is a retraction, if it says so; {@code retracts} makes it one
 * @param retracts the id of the event that it retracts
 * @param revision of several messages of one event that of the highest revision counts
 * @param origins where in what was sent the fields come from
 * @param malformed fields that could not be read
 */
public record IncomingEvent(
        Optional<String> eventId,
        Optional<List<Identity>> identities,
        List<Reference> references,
        Optional<EventTime> occurredAt,
        Optional<String> channel,
        Optional<String> kind,
        Optional<String> direction,
        Optional<String> subject,
        Optional<JsonNumber> sentiment,
        Optional<Money> money,
        Map<String, String> attributes,
        Optional<Consent> consent,
        Optional<String> source,
        Optional<Boolean> retraction,
        Optional<String> retracts,
        Optional<JsonNumber> revision,
        Map<String, String> context,
        Origins origins,
        List<Violation> malformed) {

    /** The most identities of an event. */
    public static final int MAX_IDENTITIES = 16;

    private static final Set<String> IGNORED_IN_RETRACTIONS =
            Set.of("channel", "kind", "direction", "subject", "sentiment", "money", "attributes");

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

    /** An object of a customer's, of which either part may be missing. */
    public record Reference(Optional<String> type, Optional<String> id) {

        /** A complete reference. */
        public static Reference of(String type, String id) {
            return new Reference(Optional.of(type), Optional.of(id));
        }

        /** A reference in its text form, {@code order:1017}. */
        public static Reference parse(String text) {
            String[] parts = text.split(":", 2);
            return new Reference(Optional.of(parts[0]), parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
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

    /** Consent by purpose: given, withdrawn, or not said. */
    public record Consent(Optional<Boolean> scoring, Optional<Boolean> activation) {

        /** Whether it says nothing. */
        public boolean isEmpty() {
            return scoring.isEmpty() && activation.isEmpty();
        }
    }

    /** When an event occurred, as it was sent. */
    public sealed interface EventTime {

        /** What error messages ask for. */
        String EXPECTED =
                "expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds";

        /**
         * The time in epoch ms.
         *
         * @throws IllegalArgumentException saying what was expected, if it is not a time
         */
        long epochMillis();

        /** The time as it was sent. */
        String text();

        /** A time that is known. */
        static EventTime of(Instant instant) {
            return new EpochMillis(new JsonNumber(Long.toString(instant.toEpochMilli())));
        }

        /** A time in ISO 8601. */
        record Iso(String text) implements EventTime {
            @Override
            public long epochMillis() {
                try {
                    return OffsetDateTime.parse(text).toInstant().toEpochMilli();
                } catch (DateTimeException | ArithmeticException e) {
                    throw new IllegalArgumentException(EXPECTED + ", was " + Excerpt.of(text), e);
                }
            }
        }

        /** A time in epoch ms. */
        record EpochMillis(JsonNumber number) implements EventTime {

            /** Numbers in this range are dates of 1970 in milliseconds, and current dates in seconds. */
            private static final long SECONDS_FROM = 100_000_000L;

            private static final long SECONDS_TO = 10_000_000_000L;

            @Override
            public String text() {
                return number.asText();
            }

            @Override
            public long epochMillis() {
                long millis = number.integer()
                        .orElseThrow(
                                () -> new IllegalArgumentException(EXPECTED + ", was " + JsonNodes.describe(number)));
                if (millis >= SECONDS_FROM && millis < SECONDS_TO) {
                    throw new IllegalArgumentException(EXPECTED + ", was " + millis + ", which looks like seconds");
                }
                return millis;
            }
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

    /** This event with the id, time, identities and references of another one where it has none, and with the origins of that. */
    public IncomingEvent withDefaults(IncomingEvent defaults) {
        return new IncomingEvent(
                eventId.or(defaults::eventId),
                identities.or(defaults::identities),
                references.isEmpty() ? defaults.references : references,
                occurredAt.or(defaults::occurredAt),
                channel,
                kind,
                direction,
                subject,
                sentiment,
                money,
                attributes,
                consent,
                source,
                retraction,
                retracts,
                revision,
                context,
                defaults.origins,
                malformed);
    }

    /** Whether it retracts another event, or means to. */
    public boolean isRetraction() {
        return retraction.orElseGet(() -> retracts.isPresent()
                || malformed.stream().anyMatch(violation -> violation.path().equals("/retracts")));
    }

    /** The malformed fields, without those that a retraction does not have. */
    List<Violation> relevantMalformed() {
        return isRetraction()
                ? malformed.stream()
                        .filter(violation -> !IGNORED_IN_RETRACTIONS.contains(violation.field()))
                        .toList()
                : malformed;
    }

    /** A builder of an event that has no field yet. */
    public static IncomingEventBuilder builder() {
        return new IncomingEventBuilder();
    }
}
