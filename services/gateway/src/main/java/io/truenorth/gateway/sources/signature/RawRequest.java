package io.truenorth.gateway.sources.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import java.nio.charset.StandardCharsets;
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

    /**
     * A request.
     *
     * @param body as sent, before anything is unpacked or decoded
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

    /** The text or number at a pointer into the body; empty if it is missing, or the body is not JSON. */
    Optional<String> inBody(List<String> steps) {
        try {
            JsonNode root =
                    JsonText.readValue(new String(body, StandardCharsets.UTF_8), JsonLimits.PAYLOAD, new Violations());
            return Pointer.find(root, steps).flatMap(JsonNodes::scalar);
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }
}
