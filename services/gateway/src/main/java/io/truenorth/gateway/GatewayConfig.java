package io.truenorth.gateway;

import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.sources.SourcesConfig;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import java.time.Duration;

/**
 * The configuration of a gateway.
 *
 * @param deployment the configuration that all services share
 * @param http its HTTP server
 * @param limits the limits of requests
 * @param arrival which event times are accepted
 * @param identities how identities are validated, normalized and replaced by pseudonyms
 * @param sources the sources beside the holders of its tokens
 * @param producer how records are written to Kafka
 */
public record GatewayConfig(
        DeploymentConfig deployment,
        HttpConfig http,
        RequestLimits limits,
        ArrivalRule arrival,
        IdentityRules identities,
        SourcesConfig sources,
        ProducerConfig producer) {

    /** The port that a gateway listens on by default. */
    public static final int DEFAULT_PORT = 8080;

    /** Reads the whole of a configuration: the sections of all services, and {@code gateway}. */
    public static GatewayConfig read(ConfigSection root) {
        DeploymentConfig deployment = DeploymentConfig.read(root);
        ConfigSection gateway = root.section("gateway");
        HttpConfig http = HttpConfig.read(gateway.section("http"), DEFAULT_PORT);
        return new GatewayConfig(
                deployment,
                http,
                RequestLimits.read(gateway.section("limits"), http),
                arrival(gateway.section("arrival")),
                IdentityRules.read(gateway.section("identities"), deployment.placeholders()),
                SourcesConfig.read(gateway.section("sources"), http),
                ProducerConfig.read(gateway.section("producer")));
    }

    private static ArrivalRule arrival(ConfigSection section) {
        return new ArrivalRule(section.duration(
                "allowedSkew",
                ArrivalRule.STANDARD.allowedSkew(),
                Duration.ZERO,
                Duration.ofHours(1),
                "How far an event time may lie after the arrival of the event; one further ahead is rejected."));
    }
}
