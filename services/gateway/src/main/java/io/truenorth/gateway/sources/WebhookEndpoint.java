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
import io.truenorth.gateway.sources.SourcesConfig.DeclaredHandshake;
import io.truenorth.gateway.sources.document.Source.Protocol;
import io.truenorth.gateway.sources.mapping.HandshakeRule.Reply;
import io.truenorth.gateway.sources.mapping.RequestMethod;
import io.truenorth.gateway.sources.signature.RawRequest;
import io.truenorth.gateway.sources.signature.SenderUnreachableException;
import io.truenorth.gateway.sources.signature.SignatureScheme;
import io.truenorth.schemas.FailedId;
import io.truenorth.service.config.Secret;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/sources/{source}}, or {@code GET} for sources that declare it: the webhook of a declared source.
 *
 * <p>200 when Kafka has acknowledged everything that was made of it: touchpoints, and on {@code touchpoints-failed} what no
 * rule of the source covers. 401 if the request is not signed as the source declares; nothing of it is stored then.
 *
 * <p>Requests by which a system verifies the endpoint are answered as the source declares, before signatures are verified; they
 * store nothing.
 *
 * <p>Unknown query parameters are ignored: some senders, such as Twilio, add their own to the URL, and most of them do not repeat a
 * request that was rejected.
 */
public final class WebhookEndpoint implements Endpoints {

    /**
     * A source of webhooks.
     *
     * @param source its sender and translation
     * @param method the method of its requests
     * @param handshakes how its system verifies the endpoint, in order
     * @param signature how its requests are authenticated
     * @param secrets the secrets by which they are authenticated
     */
    public record Webhook(
            ConfiguredSource<?> source,
            RequestMethod method,
            List<DeclaredHandshake> handshakes,
            SignatureScheme signature,
            List<Secret> secrets) {

        /** Keeps immutable copies. */
        public Webhook {
            handshakes = List.copyOf(handshakes);
            secrets = List.copyOf(secrets);
        }

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
        routes.post(
                PATH,
                ctx -> pipeline.handle(ctx, request -> receive(request, RequestMethod.POST)),
                Access.OPEN,
                QueryParameters.any());
        routes.get(
                PATH,
                ctx -> pipeline.handle(ctx, request -> receive(request, RequestMethod.GET)),
                Access.OPEN,
                QueryParameters.any());
    }

    private void receive(IngestRequest request, RequestMethod method) throws InterruptedException {
        Context ctx = request.ctx();
        SourceGuard<Webhook> guard = authenticator.byName(ctx.pathParam("source"), Protocol.WEBHOOK.toString(), ctx);
        Webhook webhook = guard.source();
        WebhookRequest sent = WebhookRequest.read(request, method, publicUrl);
        if (answersHandshake(webhook, method, sent, ctx)) {
            return;
        }
        if (method != webhook.method() || !ctx.method().name().equals(method.name())) {
            throw RejectedRequest.wrongMethod(webhook.method().name());
        }
        if (isHandshakeOfScheme(sent.raw(), webhook, request.receivedAt())) {
            ctx.status(200);
            return;
        }
        IngestResult result = pipeline.translate(webhook.source(), List.of(sent.message()));
        List<FailedId> failed = request.store(result, guard);
        Json.answer(
                ctx,
                200,
                new Response(
                        result.touchpoints().size(),
                        result.ignored().size(),
                        result.failed().size(),
                        failed.stream().map(FailedId::toString).toList()));
    }

    /**
     * Verifies a request, and completes the handshake of its scheme; whether it was one.
     *
     * @throws RejectedRequest 401 if it is not genuine; 503 if the sender has to be asked, and does not answer
     */
    private static boolean isHandshakeOfScheme(RawRequest request, Webhook webhook, long receivedAt) {
        try {
            webhook.signature()
                    .rejection(request, webhook.secrets(), Instant.ofEpochMilli(receivedAt))
                    .ifPresent(reason -> {
                        throw RejectedRequest.invalidSignature(
                                reason, webhook.signature().challenge());
                    });
            return webhook.signature().completesHandshake(request);
        } catch (SenderUnreachableException e) {
            throw RejectedRequest.senderUnreachable(e.getMessage());
        }
    }

    /**
     * Answers a request by which the system verifies this endpoint; whether it was one.
     *
     * @throws RejectedRequest 401 if it lacks the secret that its rule expects, 400 if it lacks what is to be answered
     */
    private static boolean answersHandshake(
            Webhook webhook, RequestMethod method, WebhookRequest request, Context ctx) {
        for (DeclaredHandshake handshake : webhook.handshakes()) {
            Optional<Reply> reply =
                    handshake.rule().method() == method ? request.reply(handshake.rule()) : Optional.empty();
            if (reply.isPresent()) {
                requireSecret(reply.get(), handshake);
                ctx.contentType("text/plain").result(answer(reply.get()));
                return true;
            }
        }
        return false;
    }

    private static void requireSecret(Reply reply, DeclaredHandshake handshake) {
        if (reply.token().isPresent() && !handshake.isSecret(reply.token().get())) {
            throw RejectedRequest.invalidSignature(
                    "expected the token of this request to be a secret of the source", Optional.empty());
        }
    }

    private static String answer(Reply reply) {
        return reply.answer()
                .orElseThrow(() -> RejectedRequest.unreadableBody(
                        "expected what a request that verifies the endpoint asks to be answered, but missing"));
    }

    /**
     * The body of a 200.
     *
     * @param accepted number of stored touchpoints
     * @param ignored number of events ignored by the source's document
     * @param failed number of records stored as failed
     * @param failedRecords the names of these records
     */
    record Response(int accepted, int ignored, int failed, List<String> failedRecords) {}
}
