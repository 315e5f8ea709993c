package io.truenorth.dashboard.api;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.objectives.ObjectiveProgress;
import io.truenorth.dashboard.objectives.Objectives;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

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
        routes.get(
                "/v1/objectives",
                ctx -> Json.answer(
                        ctx,
                        200,
                        Map.of(
                                "objectives",
                                objectives.progress(clock.millis()).stream()
                                        .map(ObjectivesEndpoint::document)
                                        .toList())),
                Role.VIEWER);
    }

    private static Map<String, Object> document(ObjectiveProgress progress) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", progress.objective().id());
        document.put("name", progress.objective().name());
        if (!progress.objective().owner().isEmpty()) {
            document.put("owner", progress.objective().owner());
        }
        document.put("scope", progress.objective().scope());
        document.put("metric", progress.objective().metric().word());
        document.put("value", Points.rounded(progress.value()));
        document.put("target", Points.rounded(progress.objective().target()));
        document.put("baseline", Points.rounded(progress.baseline()));
        document.put("from", progress.objective().from().toString());
        document.put("due", progress.objective().due().toString());
        document.put("pace", pace(progress));
        progress.shareOfParentGap().ifPresent(share -> document.put("shareOfParentGap", Points.rounded(share)));
        document.put(
                "history",
                progress.history().stream().map(ObjectivesEndpoint::point).toList());
        document.put(
                "children",
                progress.children().stream().map(ObjectivesEndpoint::document).toList());
        return document;
    }

    private static Map<String, Object> pace(ObjectiveProgress progress) {
        Map<String, Object> pace = new LinkedHashMap<>();
        pace.put("expected", Points.rounded(progress.pace().expected()));
        pace.put("state", progress.pace().state().word());
        return pace;
    }

    private static Map<String, Object> point(ObjectiveProgress.Point point) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", ApiText.moment(point.at()));
        document.put("value", Points.rounded(point.value()));
        return document;
    }
}
