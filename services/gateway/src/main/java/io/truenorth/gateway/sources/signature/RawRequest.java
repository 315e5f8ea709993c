package io.truenorth.gateway.sources.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.FormField;
import io.truenorth.gateway.body.PayloadReader;
import io.truenorth.gateway.body.UnreadableBodyException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came over the wire: what is signed are its bytes, not what they mean. */
public final class RawRequest {

    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> query;
    private final String method;
    private final String url;
    private Optional<JsonNode> payload = Optional.empty();
    private boolean isRead;

    /**
     * A request.
     *
     * @param body as sent, before anything is unpacked or decoded; of a {@code GET} the query
     * @param headers by name without regard to case
     * @param query the parameters of the URL, decoded
     * @param method such as {@code POST}
     * @param url the whole public URL with its query, as the sender knows it
     */
    public RawRequest(byte[] body, Map<String, String> headers, Map<String, String> query, String method, String url) {
        this.body = body.clone();
        this.headers.putAll(headers);
        this.query = Map.copyOf(query);
        this.method = method;
        this.url = url;
    }

    byte[] body() {
        return body;
    }

    String method() {
        return method;
    }

    String url() {
        return url;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The fields of the form that the body is; empty if it is none, or cannot be read. */
    Optional<List<FormField>> formFields() {
        if (!FormBody.isForm(contentType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(FormBody.fields(text(), contentType()));
        } catch (UnreadableBodyException e) {
            return Optional.empty();
        }
    }

    /** The body, read by its content type; empty if it cannot be read. */
    public Optional<JsonNode> payload() {
        if (!isRead) {
            payload = read();
            isRead = true;
        }
        return payload;
    }

    private Optional<JsonNode> read() {
        try {
            return Optional.of(PayloadReader.read(text(), contentType(), new Violations()));
        } catch (UnreadableBodyException e) {
            return Optional.empty();
        }
    }

    private String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    private String text() {
        return new String(body, PayloadReader.charset(contentType()));
    }

    /** The text or number at a pointer into the body; empty if it is missing, or the body cannot be read. */
    Optional<String> inBody(List<String> steps) {
        return payload().flatMap(root -> Pointer.find(root, steps)).flatMap(JsonNodes::scalar);
    }
}
