package io.truenorth.service.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Problem details of a failed request (RFC 9457).
 *
 * @param status the HTTP status
 * @param kind the kind of problem, the last part of its type {@code urn:truenorth:problem:…}; lower-case words with hyphens
 * @param title the title of the kind, the same for every problem of it
 * @param detail what was wrong with this request, and what was expected
 * @param more extension members, in order
 */
public record Problem(int status, String kind, String title, String detail, Map<String, Object> more) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem without extension members. */
    public static Problem of(int status, String kind, String title, String detail) {
        return new Problem(status, kind, title, detail, Map.of());
    }

    /** A problem described by its status, such as 401. */
    public static Problem ofStatus(int status, String detail) {
        String title = HttpStatus.getMessage(status);
        return of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail);
    }

    /** A copy with one more member. */
    public Problem with(String name, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(more);
        extended.put(name, value);
        return new Problem(status, kind, title, detail, extended);
    }

    /** The members of the JSON object. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:truenorth:problem:" + kind);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(more);
        return members;
    }
}
