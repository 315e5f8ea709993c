package io.truenorth.standalone;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.service.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How a local system runs.
 *
 * @param directory where its data are; made if absent
 * @param fresh whether to delete the data of earlier runs first
 * @param ports where its parts listen
 * @param services what its services are told beside where everything is
 */
public record LocalSystemConfig(Path directory, boolean fresh, LocalPorts ports, ConfigSources services) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * What the services are told; where the parts of the system are is not for others to say. The one instance of streams
     * has a name in its group, so that a start after a kill need not wait until the killed one is given up.
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
