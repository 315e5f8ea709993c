package io.truenorth.endtoend;

import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.streams.StreamsComposition;
import io.truenorth.streams.StreamsService;
import io.truenorth.streams.StreamsServiceConfig;
import io.truenorth.streams.customer.TouchpointCounters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One instance of the streams service, which can be stopped and started again at the same address, with the same stores. */
public final class RestartableStreams implements AutoCloseable {
    private final URI uri;
    private final StreamsServiceConfig config;
    private @Nullable StreamsService running;

    /**
     * An instance that is not started.
     *
     * @param environment of the whole system
     * @param state where its stores are
     */
    RestartableStreams(Map<String, String> environment, Path state) {
        int port = LocalPorts.free().queries();
        this.uri = URI.create("http://127.0.0.1:" + port);
        Map<String, String> own = new HashMap<>(environment);
        own.put("TRUENORTH_STREAMS_HTTP_PORT", Integer.toString(port));
        own.put("TRUENORTH_STREAMS_ADVERTISED", uri.getAuthority());
        own.put("TRUENORTH_STREAMS_STATE_DIRECTORY", state.toString());
        this.config = Configuration.read(ConfigSources.of(own), StreamsServiceConfig::read);
    }

    StreamsServiceConfig config() {
        return config;
    }

    public URI uri() {
        return uri;
    }

    public void start() {
        running = StreamsComposition.service(
                config,
                ServiceMetrics.ofPart("streams"),
                Clock.systemUTC(),
                UUID.randomUUID().toString());
        running.service().start();
    }

    public void stop() {
        if (running != null) {
            running.service().close();
            running = null;
        }
    }

    /** What its partitions have counted, ever. */
    public TouchpointCounters counters() {
        if (running == null) {
            throw new IllegalStateException("not running");
        }
        return running.counters().sum();
    }

    @Override
    public void close() {
        stop();
    }
}
