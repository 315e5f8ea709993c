package io.truenorth.gateway.sources;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.sources.signature.RawRequest;
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
 * <p>{@code GET} answers the challenge by which systems of Meta make sure that an address is ours; the token that they send must
 * be one of the source's secrets.
 *
 * <p>Parameters that nobody asked for are let be: senders add their own to the address that they are given, as Twilio does,
 * and most of them do not send again what was refused.
 */
public final class WebhookEndpoint implements Endpoints {

    /** What sources of webhooks say that they speak. */
    public static final String CHANNEL = "webhook";

    private static final String PATH = "/v1/sources/{source}";

    private final Admission<Webhook> admission;
    private final IngestPipeline intake;
    private final Optional<URI> publicUrl;

    /**
     * The endpoint of some sources.
     *
     * @param publicUrl how senders call us, if that is not how they reach us
     */
    public WebhookEndpoint(Admission<Webhook> admission, IngestPipeline intake, Optional<URI> publicUrl) {
        this.admission = admission;
        this.intake = intake;
        this.publicUrl = publicUrl;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, ctx -> intake.handle(ctx, visit -> take(ctx, visit)), Access.OPEN, QueryParameters.any());
        routes.get(PATH, ctx -> intake.handle(ctx, visit -> answerChallenge(ctx)), Access.OPEN, QueryParameters.any());
    }

    private void take(Context ctx, IngestRequest visit) throws InterruptedException {
        SourceGuard<Webhook> gate = admission.named(ctx.pathParam("source"), ctx);
        Webhook webhook = gate.source();
        byte[] body = visit.bytes();
        webhook.signature()
                .rejection(request(ctx, body), webhook.secrets(), Instant.ofEpochMilli(visit.receivedAt()))
                .ifPresent(reason -> {
                    throw RejectedRequest.invalidSignature(reason, webhook.signature().challenge());
                });
        IngestResult harvest = visit.harvest(gate);
        webhook.source()
                .translation()
                .translate(IngestRequest.text(body), name -> Optional.ofNullable(ctx.header(name)), harvest);
        visit.keep(harvest, gate);
        Json.answer(
                ctx,
                200,
                Map.of(
                        "accepted", harvest.touchpoints().size(),
                        "ignored", harvest.ignored().size(),
                        "failed", harvest.failed().size()));
    }

    private RawRequest request(Context ctx, byte[] body) {
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
        Webhook webhook = admission.named(ctx.pathParam("source"), ctx).source();
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
