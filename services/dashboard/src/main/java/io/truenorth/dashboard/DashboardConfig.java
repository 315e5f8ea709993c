package io.truenorth.dashboard;

import io.truenorth.dashboard.access.AccessConfig;
import io.truenorth.dashboard.objectives.Objective;
import io.truenorth.dashboard.objectives.ObjectivesDocument;
import io.truenorth.dashboard.upstream.UpstreamConfig;
import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a dashboard runs.
 *
 * @param deployment what all services share
 * @param http how it is reached
 * @param access who may use it
 * @param gateway whose status is shown
 * @param streams which explains customers, and whose status is shown
 * @param statusPollInterval how often the status of those two is polled
 * @param historyInterval how often the history is written
 * @param live how live events are sent
 * @param objectives with their targets
 */
public record DashboardConfig(
        DeploymentConfig deployment,
        HttpConfig http,
        AccessConfig access,
        UpstreamConfig gateway,
        UpstreamConfig streams,
        Duration statusPollInterval,
        Duration historyInterval,
        LiveConfig live,
        List<Objective> objectives) {
    /** The default port. */
    public static final int DEFAULT_PORT = 8083;

    /** The objectives are copied. */
    public DashboardConfig {
        objectives = List.copyOf(objectives);
    }

    /** Reads the whole of a configuration: the sections of all services, and {@code dashboard}. */
    public static DashboardConfig read(ConfigSection root) {
        DeploymentConfig deployment = DeploymentConfig.read(root);
        ConfigSection dashboard = root.section("dashboard");
        HttpConfig http = HttpConfig.readServer(dashboard.section("http"), DEFAULT_PORT);
        return new DashboardConfig(
                deployment,
                http,
                AccessConfig.read(dashboard.section("access"), http),
                UpstreamConfig.read(dashboard.section("gateway"), "http://localhost:8080", "gateway"),
                UpstreamConfig.read(dashboard.section("streams"), "http://localhost:8082", "streams service"),
                dashboard.duration(
                        "statusPollInterval",
                        Duration.ofSeconds(2),
                        Duration.ofMillis(200),
                        Duration.ofMinutes(1),
                        "How often the status of the gateway and the streams service is polled."),
                dashboard.duration(
                        "historyInterval",
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        "How often the current hour and day are written to the history."),
                LiveConfig.read(dashboard.section("live")),
                objectives(dashboard));
    }

    private static List<Objective> objectives(ConfigSection dashboard) {
        return dashboard
                .optionalText("objectives", "A tree of objectives in YAML (docs/dashboard.md).")
                .map(file -> objectives(dashboard, file))
                .orElse(List.of());
    }

    private static List<Objective> objectives(ConfigSection dashboard, String file) {
        try {
            return ObjectivesDocument.read(Document.at(Path.of(file)));
        } catch (InvalidDocumentException e) {
            dashboard.reject("objectives", String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
