package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.ObjectivesResponse;
import io.truenorth.dashboard.api.response.ObjectivesResponse.ObjectiveEntry;
import io.truenorth.dashboard.api.response.ObjectivesResponse.PaceEntry;
import io.truenorth.dashboard.api.response.ObjectivesResponse.ValuePoint;
import io.truenorth.dashboard.objectives.Objective;
import io.truenorth.dashboard.objectives.ObjectiveProgress;
import io.truenorth.dashboard.objectives.Objectives;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** {@code GET /v1/objectives}: what is my part in it? */
final class ObjectivesEndpoint implements Endpoints {
    private final Objectives objectives;
    private final Clock clock;

    ObjectivesEndpoint(Objectives objectives, Clock clock) {
        this.objectives = objectives;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/objectives", this::answer, Role.VIEWER);
    }

    private void answer(Context ctx) {
        ObjectivesResponse response = new ObjectivesResponse(objectives.progress(clock.millis()).stream()
                .map(ObjectivesEndpoint::entry)
                .toList());
        Json.answer(ctx, ApiJson.write(response));
    }

    private static ObjectiveEntry entry(ObjectiveProgress progress) {
        Objective objective = progress.objective();
        return new ObjectiveEntry(
                objective.id(),
                objective.name(),
                Optional.of(objective.owner()).filter(owner -> !owner.isEmpty()),
                objective.scope(),
                objective.metric().word(),
                Points.rounded(progress.value()),
                Points.rounded(objective.target()),
                Points.rounded(progress.baseline()),
                objective.from(),
                objective.due(),
                new PaceEntry(
                        Points.rounded(progress.pace().expected()),
                        progress.pace().state().word()),
                progress.shareOfParentGap().stream().mapToObj(Points::rounded).findFirst(),
                progress.history().stream()
                        .map(point -> new ValuePoint(Instant.ofEpochMilli(point.at()), Points.rounded(point.value())))
                        .toList(),
                progress.children().stream().map(ObjectivesEndpoint::entry).toList());
    }
}
