package io.truenorth.service.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.health.HealthReport;
import io.truenorth.service.health.HealthReport.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /health/live} and {@code /health/ready}, open to everyone: 200 if every check passes, else 503 with the reasons. */
final class HealthEndpoints implements Endpoints {

    private final HealthChecks checks;

    HealthEndpoints(HealthChecks checks) {
        this.checks = checks;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/health/live", ctx -> answer(ctx, "live", checks.liveness()), Access.OPEN);
        routes.get("/health/ready", ctx -> answer(ctx, "ready", checks.readiness()), Access.OPEN);
    }

    private static void answer(Context ctx, String what, List<HealthCheck> checks) {
        HealthReport report = HealthReport.of(checks);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", report.ok() ? what : "not " + what);
        body.put(
                "checks",
                report.findings().stream().map(HealthEndpoints::members).toList());
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, report.ok() ? 200 : 503, body);
    }

    private static Map<String, Object> members(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", finding.name());
        members.put("ok", finding.health().ok());
        if (!finding.health().ok()) {
            members.put("reason", finding.health().reason());
        }
        return members;
    }
}
