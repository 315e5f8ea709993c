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
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * {@code GET /v1/privacy/receipts?state=&limit=&cursor=}: requests to erase customers and to set consent, with what became of
 * them. {@code GET /v1/privacy/receipts/{requestId}}: one of them with every place.
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
                QueryParameters.once("state", "limit", "cursor"));
        routes.get("/v1/privacy/receipts/{requestId}", this::answerOne, Role.PRIVACY);
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
                page.hasMore() ? Optional.of(rows.get(rows.size() - 1).requestId()) : Optional.empty());
        Json.answer(ctx, ApiJson.write(response));
    }

    private static Predicate<Receipt> filter(QueryValues query, long now) {
        if (query.text("state", "").isEmpty()) {
            return receipt -> true;
        }
        TraceState wanted = query.oneOf("state", TraceState.class, TraceState.DUE);
        return receipt -> stateOf(receipt, now) == wanted;
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
                totals.consents(),
                pipeline.get().counts().suppressed());
    }

    private static ReceiptEntry entry(Receipt receipt, long now) {
        return new ReceiptEntry(
                receipt.requestId(),
                receipt.outcome(),
                receipt.requestedBy(),
                Instant.ofEpochMilli(receipt.requestedAt()),
                Instant.ofEpochMilli(receipt.executedAt()),
                receipt.identities().size(),
                stateOf(receipt, now),
                instant(receipt.goneBy()));
    }

    private void answerOne(Context ctx) {
        String requestId = ctx.pathParam("requestId");
        audit.note(ctx, "receipt", requestId);
        Receipt receipt = receipts.find(requestId)
                .orElseThrow(() -> QueryValues.unknown("there is no receipt of a request " + requestId
                        + "; it is published when the request has been executed"));
        Json.answer(ctx, ApiJson.write(response(receipt, clock.millis())));
    }

    private static ReceiptResponse response(Receipt receipt, long now) {
        return new ReceiptResponse(
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
                receipt.places().stream()
                        .map(place ->
                                new PlaceEntry(place.place(), place.action(), Instant.ofEpochMilli(place.goneBy())))
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
