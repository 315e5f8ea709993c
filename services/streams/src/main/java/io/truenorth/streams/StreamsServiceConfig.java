package io.truenorth.streams;

import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.streams.topology.TopologyPlan;
import java.util.Optional;

/**
 * Configuration of a streams service.
 *
 * @param deployment configuration common to all services
 * @param http configuration of the HTTP server
 * @param advertised host:port at which other instances query this one; empty for a single instance
 * @param engine configuration of Kafka Streams
 * @param plan configuration of the topologies
 */
public record StreamsServiceConfig(
        DeploymentConfig deployment,
        HttpConfig http,
        Optional<String> advertised,
        EngineConfig engine,
        TopologyPlan plan) {

    /** The default port. */
    public static final int USUAL_PORT = 8082;

    /** Reads the configuration: the common sections and {@code streams}. */
    public static StreamsServiceConfig read(ConfigSection root) {
        DeploymentConfig deployment = DeploymentConfig.read(root);
        ConfigSection streams = root.section("streams");
        return new StreamsServiceConfig(
                deployment,
                HttpConfig.read(streams.section("http"), USUAL_PORT),
                advertised(streams),
                EngineConfig.read(streams),
                PlanSection.read(streams, root.section("identities"), deployment));
    }

    private static Optional<String> advertised(ConfigSection streams) {
        Optional<String> advertised = streams.optionalText(
                "advertised", "host:port at which other instances query this one; required with several instances.");
        if (advertised.isPresent() && !advertised.get().matches("[A-Za-z0-9.\\-]+:[0-9]{1,5}")) {
            streams.reject("advertised", "expected host:port, was " + advertised.get());
            return Optional.empty();
        }
        return advertised;
    }
}
