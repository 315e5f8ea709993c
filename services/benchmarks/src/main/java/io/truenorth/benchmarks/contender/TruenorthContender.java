package io.truenorth.benchmarks.contender;

import io.truenorth.service.Service;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.StreamsComposition;
import io.truenorth.streams.StreamsServiceConfig;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The streams service, with all that it does besides scoring: stage transitions, the sums of the dashboard, counters,
 * queries and metrics.
 */
final class TruenorthContender {
    private TruenorthContender() {}

    /**
     * Starts it.
     *
     * @param settings environment variables besides those of the connections; the defaults apply to all others
     */
    static AutoCloseable start(ContenderConfig config, Map<String, String> settings, Runnable onFailure) {
        Service service = StreamsComposition.service(
                        Configuration.read(ConfigSources.of(environment(config, settings)), StreamsServiceConfig::read),
                        ServiceMetrics.ofProcess("streams"),
                        Clock.systemUTC(),
                        config.applicationId())
                .service();
        service.start();
        Thread watch = new Thread(() -> reportEnd(service, onFailure), "watch");
        watch.setDaemon(true);
        watch.start();
        return service;
    }

    private static Map<String, String> environment(ContenderConfig config, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", config.bootstrapServers());
        // What partitions send each other stays, so that it can be counted.
        environment.put("TRUENORTH_KAFKA_PROPERTIES", "repartition.purge.interval.ms=86400000");
        environment.put("TRUENORTH_REGISTRY_URL", config.registryUrl());
        environment.put("TRUENORTH_REGISTRY_PROPERTIES", ConfigSources.pairs(config.registryProperties()));
        environment.put("TRUENORTH_TOPICS_PREFIX", config.topicPrefix());
        environment.put("TRUENORTH_STREAMS_APPLICATION_ID", config.applicationId());
        environment.put(
                "TRUENORTH_STREAMS_STATE_DIRECTORY", config.stateDirectory().toString());
        environment.put("TRUENORTH_STREAMS_HTTP_PORT", "0");
        return environment;
    }

    private static void reportEnd(Service service, Runnable onFailure) {
        try {
            service.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (service.failure().isPresent()) {
            onFailure.run();
        }
    }
}
