package io.truenorth.gateway.identities;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.event.IdentityRequestReader;
import io.truenorth.gateway.event.IdentityRequestReader.Requester;
import io.truenorth.gateway.event.IdentityRequestReader.Result;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.Publisher;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.schemas.FailureReason;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/identities/link} and {@code split}: a user says that two identities are one person, or that one is not of its
 * customer. {@code POST /v1/privacy/erase} and {@code consent}: a user has a customer erased, or sets the consent of an identity.
 *
 * <p>202 with the id of the request when Kafka has stored it; the streams service executes it then. One that is sent twice in
 * a row has the effect of one. 400 names the fields that violate the contract; 401, 403, 413, 415 and 503 as for events.
 */
public final class IdentityRequestEndpoint implements Endpoints {

    private static final String IDENTITIES = "/v1/identities";
    private static final String PRIVACY = "/v1/privacy";
    private static final String MEDIA_TYPE = "application/json";

    private final RequestAccess toIdentities;
    private final RequestAccess toPrivacy;
    private final IngestPipeline pipeline;
    private final IdentityRequestReader reader;
    private final Publisher publisher;
    private final IdentityAuditLog audit;

    /**
     * An endpoint for those who have access.
     *
     * @param tokens of those who have
     */
    public IdentityRequestEndpoint(
            RequestTokens tokens,
            IngestPipeline pipeline,
            IdentityRequestReader reader,
            Publisher publisher,
            IdentityAuditLog audit) {
        this.toIdentities = RequestAccess.toIdentities(tokens);
        this.toPrivacy = RequestAccess.toPrivacy(tokens);
        this.pipeline = pipeline;
        this.reader = reader;
        this.publisher = publisher;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(IDENTITIES + "/link", ctx -> handle(ctx, toIdentities, reader::link), Access.OPEN);
        routes.post(IDENTITIES + "/split", ctx -> handle(ctx, toIdentities, reader::split), Access.OPEN);
        routes.post(PRIVACY + "/erase", ctx -> handle(ctx, toPrivacy, reader::erasure), Access.OPEN);
        routes.post(PRIVACY + "/consent", ctx -> handle(ctx, toPrivacy, reader::consent), Access.OPEN);
    }

    /** Reads the body of a request. */
    @FunctionalInterface
    private interface BodyReader {
        Result read(JsonNode json, Violations malformed, Requester requester);
    }

    private void handle(Context ctx, RequestAccess access, BodyReader bodies) throws InterruptedException {
        pipeline.handle(ctx, request -> {
            Requester requester = new Requester(access.admit(ctx), request.receivedAt());
            IdentityRequest accepted = accepted(read(request, bodies, requester));
            publisher.publish(accepted);
            audit.note(accepted, ctx.ip());
            Json.answer(ctx, 202, new Response(accepted.getRequestId()));
        });
    }

    private static Result read(IngestRequest request, BodyReader bodies, Requester requester) {
        requireJson(request);
        Violations malformed = new Violations();
        try {
            JsonNode json = JsonText.readValue(request.readText(), JsonLimits.EVENT, malformed);
            return bodies.read(json, malformed, requester);
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    private static void requireJson(IngestRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals(MEDIA_TYPE)) {
            throw RejectedRequest.unsupportedMediaType("expected " + MEDIA_TYPE + " as Content-Type", MEDIA_TYPE);
        }
    }

    private static IdentityRequest accepted(Result result) {
        if (result instanceof Result.Invalid invalid) {
            List<FieldError> errors =
                    invalid.violations().stream().map(FieldError::of).toList();
            FieldError first = errors.get(0);
            throw RejectedRequest.invalidRequest(Problem.of(
                            400,
                            "invalid-identity-request",
                            "The request was not accepted",
                            first.path().isEmpty() ? first.message() : first.path() + ": " + first.message())
                    .with("errors", errors));
        }
        return ((Result.Valid) result).request();
    }

    /**
     * The body of a 202.
     *
     * @param requestId the id of the request, as it was sent or a new one
     */
    record Response(String requestId) {}

    /**
     * One violation of the contract.
     *
     * @param path JSON pointer into the body
     * @param message what was expected and what was found
     * @param reason the failure reason where it has one of its own; left out otherwise
     */
    record FieldError(
            String path,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable String reason) {

        static FieldError of(Violation violation) {
            FailureReason reason = violation.reason();
            return new FieldError(
                    violation.path(),
                    violation.message(),
                    reason == FailureReason.INVALID_EVENT ? null : reason.name());
        }
    }
}
