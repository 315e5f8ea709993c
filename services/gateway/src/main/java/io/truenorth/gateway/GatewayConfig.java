package io.truenorth.gateway;

import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.identities.RequestTokens;
import io.truenorth.gateway.sources.SourcesConfig;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.schemas.LargestRecord;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.http.TokenHash;
import io.truenorth.service.kafka.KafkaConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The configuration of a gateway.
 *
 * @param deployment the configuration that all services share
 * @param http its HTTP server
 * @param limits the limits of requests
 * @param arrival which event times are accepted
 * @param identities how identities are validated, normalized and replaced by pseudonyms
 * @param tokens of those who may send events, and make requests about identities
 * @param sources the sources beside the holders of its tokens
 * @param producer how records are written to Kafka
 */
public record GatewayConfig(
        DeploymentConfig deployment,
        HttpConfig http,
        RequestLimits limits,
        ArrivalRule arrival,
        IdentityRules identities,
        RequestTokens tokens,
        SourcesConfig sources,
        ProducerConfig producer) {

    /** The port that a gateway listens on by default. */
    public static final int DEFAULT_PORT = 8080;

    private static final String OPEN =
            "A gateway that has neither tokens nor sources with write keys, signatures or secrets of"
                    + " handshakes takes them of everyone on this machine.";

    /** Reads the whole of a configuration: the sections of all services, and {@code gateway}. */
    public static GatewayConfig read(ConfigSection root) {
        DeploymentConfig deployment = DeploymentConfig.read(root);
        ConfigSection gateway = root.section("gateway");
        ConfigSection identities = gateway.section("identities");
        HttpConfig http = HttpConfig.read(gateway.section("http"), DEFAULT_PORT);
        RequestLimits limits = RequestLimits.read(gateway.section("limits"), http);
        ArrivalRule arrival = arrival(gateway.section("arrival"));
        IdentityRules rules = IdentityRules.read(
                identities, deployment.placeholders(), deployment.joins().ranking());
        List<TokenHash> toIdentities = identityTokens(identities);
        List<TokenHash> toPrivacy = privacyTokens(gateway.section("privacy"));
        SourcesConfig sources = SourcesConfig.read(gateway.section("sources"), http);
        List<TokenHash> ofEvents =
                Stream.concat(http.tokens().stream(), sources.keys().stream()).toList();
        return new GatewayConfig(
                deployment,
                http,
                limits,
                arrival,
                rules,
                new RequestTokens(ofEvents, toIdentities, toPrivacy, sources.anySigns()),
                sources,
                ProducerConfig.read(gateway.section("producer")));
    }

    private static List<TokenHash> identityTokens(ConfigSection section) {
        return HttpConfig.readTokens(
                section,
                "Tokens of those who may link and split identities, as `gateway.http.tokens`. None: nobody. " + OPEN);
    }

    private static List<TokenHash> privacyTokens(ConfigSection section) {
        return HttpConfig.readTokens(
                section,
                "Tokens of those who may erase customers and set consent, as `gateway.http.tokens`. None: nobody. "
                        + OPEN);
    }

    private static ArrivalRule arrival(ConfigSection section) {
        return new ArrivalRule(section.duration(
                "allowedSkew",
                ArrivalRule.STANDARD.allowedSkew(),
                Duration.ZERO,
                Duration.ofHours(1),
                "How far an event time may lie after the arrival of the event; one further ahead is rejected."));
    }

    /**
     * How records are written to Kafka.
     *
     * @param linger how long a record waits for others to share a request with
     * @param buffer bytes of records that wait for Kafka; when it is full the answer is 503
     * @param ackTimeout how long an acknowledgement may take before the answer is 503
     */
    public record ProducerConfig(Duration linger, long buffer, Duration ackTimeout) {

        private static final int BATCH_BYTES = 1 << 18;
        private static final Duration LONGEST_BLOCK = Duration.ofSeconds(1);

        /** Reads the section {@code gateway.producer}. */
        static ProducerConfig read(ConfigSection section) {
            return new ProducerConfig(
                    section.duration(
                            "linger",
                            Duration.ofMillis(5),
                            Duration.ZERO,
                            Duration.ofSeconds(1),
                            "How long a record waits for others to share a request to Kafka with."),
                    section.size(
                            "buffer",
                            32 << 20,
                            1 << 20,
                            1L << 40,
                            "Records that wait for Kafka; when that many do the answer is 503."),
                    section.duration(
                            "ackTimeout",
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(2),
                            Duration.ofMinutes(5),
                            "How long Kafka may take to acknowledge before the answer is 503."));
        }

        /** The settings of the producer, by Kafka's names. */
        Map<String, Object> settings(KafkaConfig kafka) {
            int timeout = (int) ackTimeout.toMillis();
            return kafka.client(
                    "gateway",
                    Map.ofEntries(
                            Map.entry("acks", "all"),
                            Map.entry("enable.idempotence", true),
                            Map.entry("compression.type", "lz4"),
                            Map.entry("linger.ms", linger.toMillis()),
                            Map.entry("batch.size", BATCH_BYTES),
                            Map.entry("buffer.memory", buffer),
                            Map.entry("max.request.size", LargestRecord.LARGE.bytes()),
                            Map.entry("max.block.ms", LONGEST_BLOCK.toMillis()),
                            Map.entry("delivery.timeout.ms", timeout),
                            // Half of it, so that a request that is lost is sent once more.
                            Map.entry("request.timeout.ms", timeout / 2)));
        }
    }
}
