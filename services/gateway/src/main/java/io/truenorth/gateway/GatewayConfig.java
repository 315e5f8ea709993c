package io.truenorth.gateway;

import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.sources.SourcesConfig;
import io.truenorth.gateway.sources.SourcesSection;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import java.time.Duration;

/**
 * How a gateway runs.
 *
 * @param deployment what all services are told
 * @param http how it is reached
 * @param limits what requests may take
 * @param arrival which event times are believed
 * @param identities which names are nobody's, how names are written, and which are hidden
 * @param sources who may send beside the holders of its tokens
 * @param producer how records are written
 */
public record GatewayConfig(
        DeploymentConfig deployment,
        HttpConfig http,
        RequestLimits limits,
        ArrivalRule arrival,
        IdentityRules identities,
        SourcesConfig sources,
        ProducerConfig producer) {

    /** The port that a gateway listens on unless told otherwise. */
    public static final int USUAL_PORT = 8080;

    /** Reads the whole of a configuration: the sections of all services, and {@code gateway}. */
    public static GatewayConfig read(ConfigSection root) {
        DeploymentConfig deployment = DeploymentConfig.read(root);
        ConfigSection gateway = root.section("gateway");
        HttpConfig http = HttpConfig.read(gateway.section("http"), USUAL_PORT);
        return new GatewayConfig(
                deployment,
                http,
                LimitsSection.read(gateway.section("limits"), http),
                arrival(gateway.section("arrival")),
                IdentitiesSection.read(gateway.section("identities"), deployment.placeholders()),
                SourcesSection.read(gateway.section("sources"), http),
                ProducerConfig.read(gateway.section("producer")));
    }

    private static ArrivalRule arrival(ConfigSection section) {
        return new ArrivalRule(section.duration(
                "allowedSkew",
                ArrivalRule.STANDARD.allowedSkew(),
                Duration.ZERO,
                Duration.ofHours(1),
                "How far an event time may lie after the arrival of the event; one further ahead is refused."));
    }
}
