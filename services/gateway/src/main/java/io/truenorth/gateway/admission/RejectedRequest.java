package io.truenorth.gateway.admission;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that is rejected as a whole, and the reason it is counted under. */
public final class RejectedRequest extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** The reason, which is the tag {@code reason} of the metric {@code gateway.touchpoints.refused}. */
    public enum Reason {
        /** The key or the source is unknown, or the signature is invalid. */
        UNKNOWN_SENDER,
        /** The key is that of a sender who may not do this. */
        NOT_PERMITTED,
        /** A browser sends from an origin that the source does not list. */
        FOREIGN_ORIGIN,
        /** The source has used up its rate limit. */
        TOO_MANY,
        /** The media type or encoding of the body is not supported. */
        UNSUPPORTED_TYPE,
        /** The body, or what it holds, is larger than allowed. */
        TOO_LARGE,
        /** The body cannot be read: broken gzip, text or JSON. */
        UNREADABLE,
        /** An event violates the contract. */
        INVALID,
        /** Too many requests or bytes in progress. */
        OVERLOADED,
        /** Kafka or the schema registry is unavailable. */
        KAFKA_AWAY;

        /** The value of the tag. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String RETRY_AFTER_OVERLOAD = "1";
    private static final String RETRY_AFTER_OUTAGE = "5";

    private final Reason reason;

    private RejectedRequest(Reason reason, Problem problem, Map<String, String> headers) {
        super(problem, headers);
        this.reason = reason;
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }

    /** 401: the key is unknown, or missing. */
    public static RejectedRequest unknownSender(boolean keyGiven) {
        String detail = keyGiven
                ? "unknown key"
                : "expected a key: Authorization: Bearer …, or as the user of Authorization: Basic …";
        return new RejectedRequest(
                Reason.UNKNOWN_SENDER,
                Problem.of(401, "unauthorized", "Unauthorized", detail),
                Map.of("WWW-Authenticate", keyGiven ? "Bearer error=\"invalid_token\"" : "Bearer"));
    }

    /** 403: the key does not permit the request. */
    public static RejectedRequest notPermitted(String detail) {
        return of(Reason.NOT_PERMITTED, 403, "not-permitted", "Not permitted", detail);
    }

    /**
     * 401: the request is not signed by the source.
     *
     * @param challenge the value of {@code WWW-Authenticate}
     */
    public static RejectedRequest invalidSignature(String detail, Optional<String> challenge) {
        return new RejectedRequest(
                Reason.UNKNOWN_SENDER,
                Problem.of(401, "unauthorized", "Unauthorized", detail),
                challenge.map(asked -> Map.of("WWW-Authenticate", asked)).orElse(Map.of()));
    }

    /** 404: no source has the name. */
    public static RejectedRequest unknownSource(String protocol) {
        return of(
                Reason.UNKNOWN_SENDER,
                404,
                "unknown-source",
                "Unknown source",
                "no source of this name accepts " + protocol + " here");
    }

    /** 405: the source sends by another method. */
    public static RejectedRequest wrongMethod(String expected) {
        return new RejectedRequest(
                Reason.UNREADABLE,
                Problem.of(405, "method-not-allowed", "Method not allowed", "the source sends by " + expected),
                Map.of("Allow", expected));
    }

    /** 403: the source does not list the origin. */
    public static RejectedRequest originNotAllowed(String source) {
        return of(
                Reason.FOREIGN_ORIGIN,
                403,
                "foreign-origin",
                "Foreign origin",
                "the source " + source + " does not list the origin of the page");
    }

    /** 429: the source has used up its rate limit. */
    public static RejectedRequest rateLimited(String source, long seconds) {
        return new RejectedRequest(
                Reason.TOO_MANY,
                Problem.of(
                        429,
                        "too-many-events",
                        "Too many events",
                        "the source " + source + " has used up its rate limit; send this request again in " + seconds
                                + " s"),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    /** 415: the media type or encoding is not supported; these types are. */
    public static RejectedRequest unsupportedMediaType(String detail, String mediaTypes) {
        return new RejectedRequest(
                Reason.UNSUPPORTED_TYPE,
                Problem.of(415, "unsupported-media-type", "Unsupported media type", detail),
                Map.of("Accept-Post", mediaTypes, "Accept-Encoding", "gzip"));
    }

    /** 413: a limit is exceeded. */
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
                "request body slower than 1 KiB/s; send this request again");
    }

    /** 400: the body cannot be read. */
    public static RejectedRequest unreadableBody(String detail) {
        return of(Reason.UNREADABLE, 400, "unreadable-body", "The body cannot be read", detail);
    }

    /** 503: too many requests or bytes are in progress. */
    public static RejectedRequest overloaded() {
        return new RejectedRequest(
                Reason.OVERLOADED,
                Problem.of(503, "overloaded", "Overloaded", "too many requests in progress; send this request again"),
                Map.of("Retry-After", RETRY_AFTER_OVERLOAD));
    }

    /** 503: a sender has to be asked something before its request can be verified, and does not answer. */
    public static RejectedRequest senderUnreachable(String detail) {
        return new RejectedRequest(
                Reason.UNKNOWN_SENDER,
                Problem.of(
                        503, "sender-unreachable", "The sender does not answer", detail + "; send this request again"),
                Map.of("Retry-After", RETRY_AFTER_OUTAGE));
    }

    /** 503: Kafka or the registry is unavailable. */
    public static RejectedRequest kafkaUnavailable(String detail) {
        return new RejectedRequest(
                Reason.KAFKA_AWAY,
                Problem.of(
                        503,
                        "kafka-away",
                        "Kafka is unavailable",
                        detail
                                + "; send the same request again: events that are stored already are recognized by their ids"),
                Map.of("Retry-After", RETRY_AFTER_OUTAGE));
    }

    /** 422: a replay fails again. */
    public static RejectedRequest replayFailed(Problem problem) {
        return new RejectedRequest(Reason.INVALID, problem, Map.of());
    }

    /** 400: no event satisfies the contract. */
    public static RejectedRequest invalidEvents(Problem problem) {
        return new RejectedRequest(Reason.INVALID, problem, Map.of());
    }

    /** 400: a request violates its contract. */
    public static RejectedRequest invalidRequest(Problem problem) {
        return new RejectedRequest(Reason.INVALID, problem, Map.of());
    }

    private static RejectedRequest of(Reason reason, int status, String kind, String title, String detail) {
        return new RejectedRequest(reason, Problem.of(status, kind, title, detail), Map.of());
    }
}
