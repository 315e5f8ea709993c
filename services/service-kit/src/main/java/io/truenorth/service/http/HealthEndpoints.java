package io.truenorth.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.health.HealthReport;
import io.truenorth.service.health.HealthReport.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<Check> results = report.findings().stream().map(Check::of).toList();
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, report.ok() ? 200 : 503, new Response(report.ok() ? what : "not " + what, results));
    }

    /** The body of a response. */
    record Response(String status, List<Check> checks) {}

    /** The result of one check; {@code reason} is left out where it passed. */
    record Check(
            String name,
            boolean ok,
            @JsonInclude(Include.NON_NULL) @Nullable String reason) {

        static Check of(Finding finding) {
            boolean ok = finding.health().ok();
            return new Check(finding.name(), ok, ok ? null : finding.health().reason());
        }
    }
}
