package io.truenorth.benchmarks.pipeline;

import io.truenorth.service.Service;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.StreamsComposition;
import io.truenorth.streams.StreamsServiceConfig;
import java.time.Clock;
import java.util.Map;

/** Our streams service, with everything it does beside: stages, the dashboard's sums, counters, queries, metrics. */
final class TruenorthContender {
    private TruenorthContender() {}

    static AutoCloseable start(ContenderConfig config, Runnable onFailure) {
        Service service = StreamsComposition.service(
                        Configuration.read(ConfigSources.of(environment(config)), StreamsServiceConfig::read),
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

    /** Where it works, and nothing of how: the defaults are what is measured. */
    private static Map<String, String> environment(ContenderConfig config) {
        return Map.of(
                "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", config.bootstrapServers(),
                "TRUENORTH_REGISTRY_URL", config.registryUrl(),
                "TRUENORTH_REGISTRY_PROPERTIES", ConfigSources.pairs(config.registryProperties()),
                "TRUENORTH_STREAMS_APPLICATION_ID", config.applicationId(),
                "TRUENORTH_STREAMS_STATE_DIRECTORY", config.stateDirectory().toString(),
                "TRUENORTH_STREAMS_HTTP_PORT", "0");
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
