package io.truenorth.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.ConfigurationPage;
import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.streams.consent.ConsentDeclaration;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configuration of a streams service: defaults, a full configuration, rejected values, and the documentation page.
 */
class StreamsServiceConfigTest {
    private static StreamsServiceConfig read(ConfigSources sources) {
        return Configuration.read(sources, StreamsServiceConfig::read);
    }

    private static StreamsServiceConfig read(Map<String, String> environment) {
        return read(ConfigSources.of(environment));
    }

    @Test
    void theDocumentationPageIsUpToDate() {
        ConfigurationPage.requireInStep("streams", StreamsServiceConfig::read);
    }

    @Test
    void everyKeyHasADefault() {
        StreamsServiceConfig config = read(ConfigSources.none());

        assertThat(config.plan().segments()).containsExactly("region", "tier");
        assertThat(config.plan().model().id()).isEqualTo("standard");
        assertThat(config.plan().money().reporting()).isEqualTo("EUR");
        assertThat(config.engine().stateDirectory().toString()).doesNotStartWith("/tmp");
        assertThat(config.advertised()).isEmpty();
        assertThat(config.plan().consent()).isEqualTo(ConsentDeclaration.standard());
    }

    @Test
    void everyKeyIsRead(@TempDir Path directory) throws Exception {
        Path model = directory.resolve("model.yaml");
        Files.writeString(model, ScoringModelDocument.standardText());
        StreamsServiceConfig config = read(Map.ofEntries(
                Map.entry("TRUENORTH_STREAMS_MODEL", model.toString()),
                Map.entry("TRUENORTH_STREAMS_SEGMENTS", "region,size"),
                Map.entry("TRUENORTH_MONEY_REPORTING_CURRENCY", "USD"),
                Map.entry("TRUENORTH_MONEY_RATES", "EUR=1.09"),
                Map.entry("TRUENORTH_STREAMS_ALLOWED_SKEW", "1m"),
                Map.entry("TRUENORTH_STREAMS_MAX_EVENTS_PER_DAY", "50"),
                Map.entry("TRUENORTH_STREAMS_STANDBYS", "1"),
                Map.entry("TRUENORTH_STREAMS_INSTANCE_ID", "streams-0"),
                Map.entry("TRUENORTH_STREAMS_CONSENT_SCORING", "withdrawn"),
                Map.entry("TRUENORTH_STREAMS_CONSENT_ACTIVATION", "given"),
                Map.entry("TRUENORTH_STREAMS_CONSENT_AFTER_WITHDRAWAL", "keep"),
                Map.entry("TRUENORTH_STREAMS_ADVERTISED", "streams-0.streams:8082")));

        assertThat(config.plan().segments()).isEqualTo(List.of("region", "size"));
        assertThat(config.plan().money()).isEqualTo(new MoneyConfig("USD", Map.of("EUR", new BigDecimal("1.09"))));
        assertThat(config.plan().allowedSkew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.plan().limits().maxEventsPerDay()).isEqualTo(50);
        assertThat(config.plan().consent()).isEqualTo(new ConsentDeclaration(false, true, true));
        assertThat(config.engine().instanceId()).contains("streams-0");
        assertThat(config.advertised()).contains("streams-0.streams:8082");
    }

    @Test
    void invalidValuesAreRejectedByKey() {
        assertThatThrownBy(() -> read(Map.of(
                        "TRUENORTH_STREAMS_SEGMENTS", "channel",
                        "TRUENORTH_MONEY_RATES", "USD=much",
                        "TRUENORTH_STREAMS_MODEL", "absent.yaml",
                        "TRUENORTH_STREAMS_CONSENT_SCORING", "true",
                        "TRUENORTH_STREAMS_CONSENT_AFTER_WITHDRAWAL", "forget",
                        "TRUENORTH_STREAMS_ADVERTISED", "nowhere")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("SEGMENTS")
                .hasMessageContaining("RATES")
                .hasMessageContaining("absent.yaml")
                .hasMessageContaining("expected given or withdrawn, was true")
                .hasMessageContaining("expected keep or remove, was forget")
                .hasMessageContaining("ADVERTISED");
    }

    @Test
    void exactlyOnceIsNotAChoice() {
        StreamsServiceConfig config =
                read(Map.of("TRUENORTH_KAFKA_PROPERTIES", "processing.guarantee=at_least_once,group.protocol=streams"));
        try (RocksDbMemory memory = new RocksDbMemory(16 << 20)) {
            Properties settings = config.engine()
                    .settings(
                            config.deployment().kafka(),
                            memory,
                            new HostInfo("here", 1),
                            config.plan().commitInterval());

            assertThat(settings)
                    .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                    .containsEntry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        }
    }
}
