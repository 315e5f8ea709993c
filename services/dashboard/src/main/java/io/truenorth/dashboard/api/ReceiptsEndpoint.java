package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.Consent;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.ReceiptResponse;
import io.truenorth.dashboard.api.response.ReceiptResponse.ConsentEntry;
import io.truenorth.dashboard.api.response.ReceiptResponse.PlaceEntry;
import io.truenorth.dashboard.api.response.ReceiptsResponse;
import io.truenorth.dashboard.api.response.ReceiptsResponse.ReceiptEntry;
import io.truenorth.dashboard.api.response.ReceiptsResponse.ReceiptTotals;
import io.truenorth.dashboard.api.response.ReceiptsResponse.TraceState;
import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.privacy.HashedIdentity;
import io.truenorth.dashboard.privacy.PublishedReceipts;
import io.truenorth.dashboard.privacy.Receipt;
import io.truenorth.query.ApiJson;
import io.truenorth.schemas.RemovalDate;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * {@code GET /v1/privacy/receipts?state=&request=&limit=&cursor=}: requests to erase customers and to set consent, with what became
 * of them. {@code GET /v1/privacy/receipts/{requestId}?key=}: one of them with every place.
 */
final class ReceiptsEndpoint implements Endpoints {
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;

    private final PublishedReceipts receipts;
    private final Supplier<PipelineState> pipeline;
    private final AuditLog audit;
    private final Clock clock;

    ReceiptsEndpoint(PublishedReceipts receipts, Supplier<PipelineState> pipeline, AuditLog audit, Clock clock) {
        this.receipts = receipts;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/v1/privacy/receipts",
                this::answerList,
                Role.PRIVACY,
                QueryParameters.once("state", "request", "limit", "cursor"));
        routes.get("/v1/privacy/receipts/{requestId}", this::answerOne, Role.PRIVACY, QueryParameters.once("key"));
    }

    private void answerList(Context ctx) {
        QueryValues query = new QueryValues(ctx);
        long now = clock.millis();
        PublishedReceipts.Page page =
                receipts.page(filter(query, now), query.limit(USUAL_LIMIT, LARGEST_LIMIT), last(query));
        audit.note(ctx, "receipts", Optional.ofNullable(ctx.queryString()).orElse(""));
        List<Receipt> rows = page.receipts();
        ReceiptsResponse response = new ReceiptsResponse(
                page.total(),
                totals(now),
                rows.stream().map(receipt -> entry(receipt, now)).toList(),
                page.hasMore() ? Optional.of(rows.get(rows.size() - 1).key()) : Optional.empty());
        Json.answer(ctx, ApiJson.write(response));
    }

    private static Predicate<Receipt> filter(QueryValues query, long now) {
        String request = query.text("request", "");
        Predicate<Receipt> ofRequest = receipt -> request.isEmpty() || request.equals(receipt.requestId());
        if (query.text("state", "").isEmpty()) {
            return ofRequest;
        }
        TraceState wanted = query.oneOf("state", TraceState.class, TraceState.DUE);
        return ofRequest.and(receipt -> stateOf(receipt, now) == wanted);
    }

    private Optional<Receipt> last(QueryValues query) {
        String cursor = query.text("cursor", "");
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        Optional<Receipt> last = receipts.find(cursor);
        if (last.isEmpty()) {
            throw QueryValues.rejection("cursor", "expected the `next` of a previous page");
        }
        return last;
    }

    private ReceiptTotals totals(long now) {
        PublishedReceipts.Totals totals = receipts.totals(now);
        return new ReceiptTotals(
                totals.erasures(),
                totals.due(),
                instant(totals.goneBy()),
                totals.goneBy().isPresent()
                        && RemovalDate.isNever(totals.goneBy().getAsLong()),
                totals.consents(),
                pipeline.get().counts().suppressed());
    }

    private static ReceiptEntry entry(Receipt receipt, long now) {
        return new ReceiptEntry(
                receipt.key(),
                receipt.requestId(),
                receipt.outcome(),
                receipt.requestedBy(),
                Instant.ofEpochMilli(receipt.requestedAt()),
                Instant.ofEpochMilli(receipt.executedAt()),
                receipt.identities().size(),
                stateOf(receipt, now),
                instant(receipt.goneBy()),
                receipt.isKeptWithoutLimit());
    }

    private void answerOne(Context ctx) {
        String requestId = ctx.pathParam("requestId");
        audit.note(ctx, "receipt", requestId);
        String key = new QueryValues(ctx).text("key", "");
        List<Receipt> found = receipts.ofRequest(requestId).stream()
                .filter(receipt -> key.isEmpty() || key.equals(receipt.key()))
                .toList();
        if (found.isEmpty()) {
            throw QueryValues.unknown("there is no receipt of a request " + requestId
                    + "; it is published when the request has been executed");
        }
        if (found.size() > 1) {
            throw several(requestId, found.size());
        }
        Json.answer(ctx, ApiJson.write(response(found.get(0), clock.millis())));
    }

    private static ProblemException several(String requestId, int count) {
        return new ProblemException(Problem.of(
                409,
                "several-receipts",
                "Several receipts",
                count + " receipts have the request id " + requestId + ": /v1/privacy/receipts?request="
                        + URLEncoder.encode(requestId, StandardCharsets.UTF_8)
                        + " lists them, each with its key, and ?key= of this path gets one"));
    }

    private static ReceiptResponse response(Receipt receipt, long now) {
        return new ReceiptResponse(
                receipt.key(),
                receipt.requestId(),
                receipt.outcome(),
                receipt.requestedBy(),
                Instant.ofEpochMilli(receipt.requestedAt()),
                Instant.ofEpochMilli(receipt.executedAt()),
                receipt.identities().stream().map(HashedIdentity::text).toList(),
                receipt.laterEvents(),
                receipt.consent().map(ReceiptsEndpoint::consent),
                stateOf(receipt, now),
                instant(receipt.goneBy()),
                receipt.isKeptWithoutLimit(),
                receipt.places().stream()
                        .map(place -> new PlaceEntry(
                                place.place(),
                                place.action(),
                                Instant.ofEpochMilli(place.goneBy()),
                                place.isKeptWithoutLimit()))
                        .toList());
    }

    private static ConsentEntry consent(Consent consent) {
        return new ConsentEntry(
                Optional.ofNullable(consent.getScoring()), Optional.ofNullable(consent.getActivation()));
    }

    private static TraceState stateOf(Receipt receipt, long now) {
        return receipt.isDue(now) ? TraceState.DUE : TraceState.DONE;
    }

    private static Optional<Instant> instant(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }
}
