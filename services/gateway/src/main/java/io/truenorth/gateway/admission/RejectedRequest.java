package io.truenorth.gateway.admission;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that is refused as a whole, and the reason that it is counted under. */
public final class RejectedRequest extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** Why; the tag {@code reason} of the count of refused touchpoints. */
    public enum Reason {
        /** Nobody knows the key or the source, or the signature is not the source's. */
        UNKNOWN_SENDER,
        /** A browser sends from a page that the source does not list. */
        FOREIGN_ORIGIN,
        /** The source has sent more than it may. */
        TOO_MANY,
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
        public String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String SECONDS_UNTIL_LESS_BUSY = "1";
    private static final String SECONDS_UNTIL_KAFKA = "5";

    private final Reason reason;

    private RejectedRequest(Reason reason, Problem problem, Map<String, String> headers) {
        super(problem, headers);
        this.reason = reason;
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }

    /** 401: no sender has the key. */
    public static RejectedRequest unknownSender(boolean keyGiven) {
        String detail = keyGiven
                ? "the key is not known here"
                : "expected a key: Authorization: Bearer …, or as the user of Authorization: Basic …";
        return new RejectedRequest(
                Reason.UNKNOWN_SENDER,
                Problem.of(401, "unauthorized", "Unauthorized", detail),
                Map.of("WWW-Authenticate", keyGiven ? "Bearer error=\"invalid_token\"" : "Bearer"));
    }

    /**
     * 401: the source has not signed the request.
     *
     * @param challenge what to ask it for, as {@code WWW-Authenticate} has it
     */
    public static RejectedRequest invalidSignature(String detail, Optional<String> challenge) {
        return new RejectedRequest(
                Reason.UNKNOWN_SENDER,
                Problem.of(401, "unauthorized", "Unauthorized", detail),
                challenge.map(asked -> Map.of("WWW-Authenticate", asked)).orElse(Map.of()));
    }

    /** 404: no source has the name. */
    public static RejectedRequest unknownSource(String channel) {
        return of(
                Reason.UNKNOWN_SENDER,
                404,
                "unknown-source",
                "Unknown source",
                "no source of this name accepts " + channel + " here");
    }

    /** 403: the page is none of the source's. */
    public static RejectedRequest originNotAllowed(String source) {
        return of(
                Reason.FOREIGN_ORIGIN,
                403,
                "foreign-origin",
                "Foreign origin",
                "the source " + source + " does not list the page's origin");
    }

    /** 429: the source has sent too much. */
    public static RejectedRequest rateLimited(String source, long seconds) {
        return new RejectedRequest(
                Reason.TOO_MANY,
                Problem.of(
                        429,
                        "too-many-events",
                        "Too many events",
                        "the source " + source + " has sent as much as it may; send this request again in " + seconds
                                + " s"),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    /** 415: the body is of another type or encoding; these types are taken. */
    public static RejectedRequest unsupportedMediaType(String detail, String mediaTypes) {
        return new RejectedRequest(
                Reason.UNSUPPORTED_TYPE,
                Problem.of(415, "unsupported-media-type", "Unsupported media type", detail),
                Map.of("Accept-Post", mediaTypes, "Accept-Encoding", "gzip"));
    }

    /** 413: there is more than is taken. */
    public static RejectedRequest contentTooLarge(String detail) {
        return of(Reason.TOO_LARGE, 413, "content-too-large", "Content too large", detail);
    }

    /** 408: the body comes too slowly. */
    public static RejectedRequest requestTimeout() {
        return of(
                Reason.UNREADABLE,
                408,
                "request-timeout",
                "Request timeout",
                "the body came more slowly than anybody sends one; send this request again");
    }

    /** 400: the body cannot be read. */
    public static RejectedRequest unreadableBody(String detail) {
        return of(Reason.UNREADABLE, 400, "unreadable-body", "The body cannot be read", detail);
    }

    /** 503: too much is under way. */
    public static RejectedRequest overloaded() {
        return new RejectedRequest(
                Reason.OVERLOADED,
                Problem.of(
                        503,
                        "overloaded",
                        "Too much at once",
                        "more requests are under way than fit; send this one again"),
                Map.of("Retry-After", SECONDS_UNTIL_LESS_BUSY));
    }

    /** 503: Kafka does not take records now. */
    public static RejectedRequest kafkaUnavailable(String detail) {
        return new RejectedRequest(
                Reason.KAFKA_AWAY,
                Problem.of(
                        503,
                        "kafka-away",
                        "Kafka does not take touchpoints now",
                        detail + "; send the same request again: what was stored already is known by its id"),
                Map.of("Retry-After", SECONDS_UNTIL_KAFKA));
    }

    /** 422: what is replayed still fails. */
    public static RejectedRequest replayFailed(Problem problem) {
        return new RejectedRequest(Reason.INVALID, problem, Map.of());
    }

    /** 400: no event keeps the contract. */
    public static RejectedRequest invalid(Problem problem) {
        return new RejectedRequest(Reason.INVALID, problem, Map.of());
    }

    private static RejectedRequest of(Reason reason, int status, String kind, String title, String detail) {
        return new RejectedRequest(reason, Problem.of(status, kind, title, detail), Map.of());
    }
}
