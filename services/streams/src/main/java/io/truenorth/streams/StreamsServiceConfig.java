package io.truenorth.streams;

import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.streams.topology.TopologyPlan;
import java.util.Optional;

/**
 * How a streams service runs.
 *
 * @param deployment what all services are told
 * @param http how it is asked
 * @param advertised host:port where other instances ask this one; nothing if it is the only one
 * @param engine how Kafka Streams runs
 * @param plan what the topologies do
 */
public record StreamsServiceConfig(
        DeploymentConfig deployment,
        HttpConfig http,
        Optional<String> advertised,
        EngineConfig engine,
        TopologyPlan plan) {

    /** The port that it listens on unless told otherwise. */
    public static final int USUAL_PORT = 8082;

    /** Reads the whole of a configuration: the sections of all services, and {@code streams}. */
    public static StreamsServiceConfig read(ConfigSection root) {
        DeploymentConfig deployment = DeploymentConfig.read(root);
        ConfigSection streams = root.section("streams");
        return new StreamsServiceConfig(
                deployment,
                HttpConfig.read(streams.section("http"), USUAL_PORT),
                advertised(streams),
                EngineConfig.read(streams),
                PlanSection.read(streams, deployment));
    }

    private static Optional<String> advertised(ConfigSection streams) {
        Optional<String> advertised = streams.optionalText(
                "advertised", "host:port where other instances ask this one; needed where there are several.");
        if (advertised.isPresent() && !advertised.get().matches("[A-Za-z0-9.\\-]+:[0-9]{1,5}")) {
            streams.reject("advertised", "expected host:port, was " + advertised.get());
            return Optional.empty();
        }
        return advertised;
    }
}
