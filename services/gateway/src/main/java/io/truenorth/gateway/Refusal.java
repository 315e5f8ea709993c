package io.truenorth.gateway;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.util.Locale;
import java.util.Map;

/** A request that is refused as a whole, and the reason that it is counted under. */
final class Refusal extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** Why; the tag {@code reason} of the count of refused touchpoints. */
    enum Reason {
        /** The body is of no type or encoding that is taken. */
        UNSUPPORTED_TYPE,
        /** The body, or what it holds, is larger than allowed. */
        TOO_LARGE,
        /** The body cannot be read: broken gzip, text or JSON. */
        UNREADABLE,
        /** An event breaks the contract. */
        INVALID,
        /** More requests or bytes than can be worked on at once. */
        OVERLOADED,
        /** Kafka, or the schema registry, does not take records now. */
        KAFKA_AWAY;

        /** The value of the tag. */
        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String SECONDS_UNTIL_LESS_BUSY = "1";
    private static final String SECONDS_UNTIL_KAFKA = "5";

    private final Reason reason;

    private Refusal(Reason reason, Problem problem, Map<String, String> headers) {
        super(problem, headers);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static Refusal unsupportedType(String detail) {
        return new Refusal(
                Reason.UNSUPPORTED_TYPE,
                Problem.of(415, "unsupported-media-type", "Unsupported media type", detail),
                Map.of("Accept-Post", BodyFormat.MEDIA_TYPES, "Accept-Encoding", "gzip"));
    }

    static Refusal tooLarge(String detail) {
        return of(Reason.TOO_LARGE, 413, "content-too-large", "Content too large", detail);
    }

    static Refusal unreadable(String detail) {
        return of(Reason.UNREADABLE, 400, "unreadable-body", "The body cannot be read", detail);
    }

    static Refusal overloaded() {
        return new Refusal(
                Reason.OVERLOADED,
                Problem.of(
                        503,
                        "overloaded",
                        "Too much at once",
                        "more requests are under way than fit; send this one again"),
                Map.of("Retry-After", SECONDS_UNTIL_LESS_BUSY));
    }

    static Refusal kafkaAway(String detail) {
        return new Refusal(
                Reason.KAFKA_AWAY,
                Problem.of(
                        503,
                        "kafka-away",
                        "Kafka does not take touchpoints now",
                        detail + "; send the same request again: what was stored already is known by its id"),
                Map.of("Retry-After", SECONDS_UNTIL_KAFKA));
    }

    static Refusal invalid(Problem problem) {
        return new Refusal(Reason.INVALID, problem, Map.of());
    }

    private static Refusal of(Reason reason, int status, String kind, String title, String detail) {
        return new Refusal(reason, Problem.of(status, kind, title, detail), Map.of());
    }
}
