package io.truenorth.streams;

import io.truenorth.service.ServiceProcess;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;
import java.util.UUID;

/** Runs a streams service as a process. */
public final class StreamsMain {
    private StreamsMain() {}

    /** Runs a streams service with the configuration of the environment until the process is stopped. */
    public static void main(String[] args) throws InterruptedException {
        ServiceProcess.main(
                StreamsComposition.NAME,
                StreamsServiceConfig::read,
                config -> config.deployment().logging(),
                config -> StreamsComposition.service(
                                config,
                                ServiceMetrics.ofProcess(StreamsComposition.NAME),
                                Clock.systemUTC(),
                                UUID.randomUUID().toString())
                        .service());
    }
}
