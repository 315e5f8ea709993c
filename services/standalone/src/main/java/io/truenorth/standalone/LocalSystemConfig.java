package io.truenorth.standalone;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.service.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration of a standalone system.
 *
 * @param directory the data directory; created if absent
 * @param fresh whether to delete existing data first
 * @param ports the ports of its parts
 * @param services the configuration of its services, apart from addresses
 */
public record LocalSystemConfig(Path directory, boolean fresh, LocalPorts ports, ConfigSources services) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * This for simulated customers, who consent to all use of their scores as long as they say nothing else; unless there is a
     * configuration of the services.
     */
    public LocalSystemConfig simulated() {
        if (services.file().isPresent()) {
            return this;
        }
        Map<String, String> environment = new HashMap<>(services.environment());
        environment.putIfAbsent("TRUENORTH_STREAMS_CONSENT_ACTIVATION", "given");
        return new LocalSystemConfig(directory, fresh, ports, new ConfigSources(services.file(), environment));
    }

    /**
     * The configuration of the services, with the addresses of this system. The single streams instance is a static
     * group member, so that a restart after a kill need not wait for the session timeout.
     */
    ConfigSources services(EmbeddedPlatform platform) {
        Map<String, String> environment = new HashMap<>(services.environment());
        environment.put("TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
        environment.put("TRUENORTH_REGISTRY_URL", platform.registryUrl());
        environment.put("TRUENORTH_REGISTRY_PROPERTIES", ConfigSources.pairs(platform.registryProperties()));
        environment.put("TRUENORTH_TOPICS_REPLICATION", "1");
        environment.put("TRUENORTH_GATEWAY_HTTP_HOST", LOOPBACK);
        environment.put("TRUENORTH_GATEWAY_HTTP_PORT", Integer.toString(ports.gateway()));
        environment.put("TRUENORTH_STREAMS_HTTP_HOST", LOOPBACK);
        environment.put("TRUENORTH_STREAMS_HTTP_PORT", Integer.toString(ports.queries()));
        environment.put("TRUENORTH_DASHBOARD_HTTP_HOST", LOOPBACK);
        environment.put("TRUENORTH_DASHBOARD_HTTP_PORT", Integer.toString(ports.dashboard()));
        environment.put("TRUENORTH_DASHBOARD_GATEWAY_URL", "http://" + LOOPBACK + ":" + ports.gateway());
        environment.put("TRUENORTH_DASHBOARD_STREAMS_URL", "http://" + LOOPBACK + ":" + ports.queries());
        environment.put("TRUENORTH_STREAMS_INSTANCE_ID", "local");
        environment.put("TRUENORTH_STREAMS_REPLICATION", "1");
        environment.put(
                "TRUENORTH_STREAMS_STATE_DIRECTORY",
                directory.resolve(SystemDirectory.STREAMS).toString());
        Path objectives = SystemDirectory.objectives(directory);
        if (services.file().isEmpty() && Files.exists(objectives)) {
            environment.putIfAbsent("TRUENORTH_DASHBOARD_OBJECTIVES", objectives.toString());
        }
        return new ConfigSources(services.file(), environment);
    }
}
