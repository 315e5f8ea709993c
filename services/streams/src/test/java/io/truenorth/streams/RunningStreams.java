package io.truenorth.streams;

import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Starts a streams service in this process. */
final class RunningStreams {
    private RunningStreams() {}

    /**
     * Starts a service.
     *
     * @param more environment variables in addition to those of the deployment
     */
    static StreamsService of(TestDeployment deployment, Path state, Map<String, String> more, ServiceMetrics metrics)
            throws InterruptedException {
        Map<String, String> environment = new HashMap<>(deployment.environment());
        environment.put("TRUENORTH_STREAMS_STATE_DIRECTORY", state.toString());
        environment.putAll(more);
        StreamsService streams = StreamsComposition.service(
                Configuration.read(ConfigSources.of(environment), StreamsServiceConfig::read),
                metrics,
                Clock.systemUTC(),
                "run");
        streams.service().start();
        return streams;
    }
}
