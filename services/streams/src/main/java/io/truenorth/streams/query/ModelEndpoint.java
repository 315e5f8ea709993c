package io.truenorth.streams.query;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.query.ApiJson;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;

/** {@code GET /v1/model}: the scoring model, as far as a reader of scores needs it. */
final class ModelEndpoint implements Endpoints {
    private final ScoringModel model;

    ModelEndpoint(ScoringModel model) {
        this.model = model;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/model", ctx -> Json.answer(ctx, ApiJson.write(ModelMapping.report(model))));
    }
}
