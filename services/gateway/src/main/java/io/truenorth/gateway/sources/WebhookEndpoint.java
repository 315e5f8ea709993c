package io.truenorth.gateway.sources;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.sources.document.Source.Protocol;
import io.truenorth.gateway.sources.signature.RawRequest;
import io.truenorth.gateway.sources.signature.SignatureScheme;
import io.truenorth.service.config.Secret;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /v1/sources/{source}}: the webhook of a declared source.
 *
 * <p>200 when Kafka has acknowledged everything that was made of it: touchpoints, and on {@code touchpoints-failed} what no
 * rule of the source covers. 401 if the request is not signed as the source declares; nothing of it is stored then.
 *
 * <p>{@code GET} answers the challenge by which Meta verifies the endpoint; the token that it sends must be one of the source's
 * secrets.
 *
 * <p>Unknown query parameters are ignored: some senders, such as Twilio, add their own to the URL, and most of them do not repeat a
 * request that was rejected.
 */
public final class WebhookEndpoint implements Endpoints {

    /**
     * A source of webhooks.
     *
     * @param source its sender and translation
     * @param signature how its requests are authenticated
     * @param secrets the secrets by which they are authenticated
     */
    public record Webhook(ConfiguredSource<?> source, SignatureScheme signature, List<Secret> secrets) {
        /** The sender. */
        public Sender sender() {
            return source.sender();
        }
    }

    private static final String PATH = "/v1/sources/{source}";

    private final SourceAuthenticator<Webhook> authenticator;
    private final IngestPipeline pipeline;
    private final Optional<URI> publicUrl;

    /**
     * The endpoint of some sources.
     *
     * @param publicUrl how senders call the gateway, if that is not how it is reached
     */
    public WebhookEndpoint(
            SourceAuthenticator<Webhook> authenticator, IngestPipeline pipeline, Optional<URI> publicUrl) {
        this.authenticator = authenticator;
        this.pipeline = pipeline;
        this.publicUrl = publicUrl;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, ctx -> pipeline.handle(ctx, this::ingest), Access.OPEN, QueryParameters.any());
        routes.get(
                PATH, ctx -> pipeline.handle(ctx, request -> answerChallenge(ctx)), Access.OPEN, QueryParameters.any());
    }

    private void ingest(IngestRequest request) throws InterruptedException {
        Context ctx = request.ctx();
        SourceGuard<Webhook> guard = authenticator.byName(ctx.pathParam("source"), Protocol.WEBHOOK.toString(), ctx);
        Webhook webhook = guard.source();
        byte[] body = request.readBytes();
        webhook.signature()
                .rejection(rawRequest(ctx, body), webhook.secrets(), Instant.ofEpochMilli(request.receivedAt()))
                .ifPresent(reason -> {
                    throw RejectedRequest.invalidSignature(
                            reason, webhook.signature().challenge());
                });
        ReceivedMessage message = request.message(IngestRequest.decode(body), ctx.headerMap());
        IngestResult result = pipeline.translate(webhook.source(), List.of(message));
        request.store(result, guard);
        Json.answer(
                ctx,
                200,
                Map.of(
                        "accepted", result.touchpoints().size(),
                        "ignored", result.ignored().size(),
                        "failed", result.failed().size()));
    }

    private RawRequest rawRequest(Context ctx, byte[] body) {
        Map<String, String> query = new HashMap<>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.get(0)));
        return new RawRequest(body, ctx.headerMap(), query, ctx.method().name(), url(ctx));
    }

    private String url(Context ctx) {
        String called = ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
        return publicUrl
                .map(base -> base.resolve(called).toString())
                .orElseGet(() -> ctx.scheme() + "://" + ctx.host() + called);
    }

    private void answerChallenge(Context ctx) {
        Webhook webhook = authenticator
                .byName(ctx.pathParam("source"), Protocol.WEBHOOK.toString(), ctx)
                .source();
        String token = Optional.ofNullable(ctx.queryParam("hub.verify_token")).orElse("");
        String challenge = Optional.ofNullable(ctx.queryParam("hub.challenge")).orElse("");
        if (!isSecret(token, webhook) || !challenge.matches("[A-Za-z0-9_-]{1,128}")) {
            throw RejectedRequest.invalidSignature(
                    "expected hub.verify_token to be a secret of the source, and a hub.challenge", Optional.empty());
        }
        ctx.contentType("text/plain").result(challenge);
    }

    private static boolean isSecret(String token, Webhook webhook) {
        byte[] sent = token.getBytes(StandardCharsets.UTF_8);
        List<byte[]> secrets = webhook.secrets().stream()
                .map(secret -> secret.reveal().getBytes(StandardCharsets.UTF_8))
                .toList();
        boolean found = false;
        for (byte[] secret : secrets) {
            found |= MessageDigest.isEqual(secret, sent);
        }
        return found;
    }
}
