package io.truenorth.gateway.sources;

import io.javalin.http.Context;
import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.PayloadReader;
import io.truenorth.gateway.body.UnreadableBodyException;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.sources.mapping.HandshakeRule;
import io.truenorth.gateway.sources.mapping.HandshakeRule.Reply;
import io.truenorth.gateway.sources.mapping.RequestMethod;
import io.truenorth.gateway.sources.signature.RawRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request at a webhook: as its signature covers it, and as a message. The body of a {@code GET} is its query. */
final class WebhookRequest {
    private static final String CONTENT_TYPE = "content-type";

    private final byte[] body;
    private final Map<String, String> headers;
    private final RawRequest raw;
    private final long receivedAt;

    private WebhookRequest(byte[] body, Map<String, String> headers, RawRequest raw, long receivedAt) {
        this.body = body;
        this.headers = headers;
        this.raw = raw;
        this.receivedAt = receivedAt;
    }

    /**
     * Reads a request.
     *
     * @param publicUrl how senders call the gateway, if that is not how it is reached
     * @throws io.truenorth.gateway.admission.RejectedRequest if its body is too large, of another encoding, or broken
     */
    static WebhookRequest read(IngestRequest request, RequestMethod method, Optional<URI> publicUrl) {
        Context ctx = request.ctx();
        String query = Optional.ofNullable(ctx.queryString()).orElse("");
        byte[] body = method == RequestMethod.GET ? query.getBytes(StandardCharsets.UTF_8) : request.readBytes();
        Map<String, String> headers = headers(ctx, query, method, body);
        RawRequest raw =
                new RawRequest(body, headers, parameters(query), ctx.method().name(), url(ctx, publicUrl));
        return new WebhookRequest(body, headers, raw, request.receivedAt());
    }

    /**
     * The headers, with the query, and with the content type of the payload: that of queries where these are the payload, and otherwise
     * the one by which the body is read.
     */
    private static Map<String, String> headers(Context ctx, String query, RequestMethod method, byte[] body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(ctx.headerMap());
        headers.put(ReceivedMessage.QUERY_HEADER, query);
        if (method == RequestMethod.GET) {
            headers.put(CONTENT_TYPE, FormBody.URL_ENCODED);
        } else {
            headers.computeIfPresent(CONTENT_TYPE, (name, declared) -> PayloadReader.contentType(declared, body));
        }
        return headers;
    }

    /** Of a parameter that is given twice the first value is kept; a query that cannot be read has none. */
    private static Map<String, String> parameters(String query) {
        Map<String, String> byName = new HashMap<>();
        try {
            FormBody.query(query).forEach(field -> byName.putIfAbsent(field.name(), field.value()));
        } catch (UnreadableBodyException e) {
            byName.clear();
        }
        return byName;
    }

    private static String url(Context ctx, Optional<URI> publicUrl) {
        String called = ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
        String base = publicUrl.map(URI::toString).orElseGet(() -> ctx.scheme() + "://" + ctx.host());
        return base.replaceFirst("/$", "") + called;
    }

    /** The request as a signature covers it. */
    RawRequest raw() {
        return raw;
    }

    /** What a rule says of the request; empty if it does not apply to it. */
    Optional<Reply> reply(HandshakeRule rule) {
        return rule.reply(raw.payload(), headers);
    }

    /**
     * The message.
     *
     * @throws io.truenorth.gateway.admission.RejectedRequest if it is no form, and not UTF-8
     */
    ReceivedMessage message() {
        return IngestRequest.message(body, headers, receivedAt);
    }
}
