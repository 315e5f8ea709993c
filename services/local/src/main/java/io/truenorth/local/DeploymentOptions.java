package io.truenorth.local;

import io.truenorth.embedded.LocalRegistry;
import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.deployment.RunningSystem;
import io.truenorth.local.deployment.SystemAddresses;
import io.truenorth.local.system.SystemDirectory;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.logging.Logging;
import io.truenorth.streams.StreamsServiceConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Where a command finds its deployment: as its options and a configuration say; where none of them names an address, the
 * system that runs in {@code ./.truenorth}; else where services are by default.
 */
final class DeploymentOptions {
    private static final String KAFKA = "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS";
    private static final String REGISTRY = "TRUENORTH_REGISTRY_URL";
    private static final String REGISTRY_PROPERTIES = "TRUENORTH_REGISTRY_PROPERTIES";
    private static final List<String> ADDRESSES = List.of(ConfigSources.FILE_VARIABLE, KAFKA, REGISTRY);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration of the deployment, as its services have it. Default: what TRUENORTH_CONFIG"
                    + " names; where nothing says where anything is, the system that runs in --dir.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The directory of a local system. Default: ./.truenorth.")
    private Path directory = SystemDirectory.USUAL;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Where Kafka is; several separated by commas.")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(names = "--registry-url", paramLabel = "URL", description = "Where the schema registry's Confluent API is.")
    private Optional<String> registryUrl = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the streams service answers. If it asks for a token, that is taken from TRUENORTH_TOKEN.")
    private Optional<URI> url = Optional.empty();

    /** The deployment; the logs of its clients are silenced, as commands tell by themselves what goes wrong. */
    Deployment deployment(Map<String, String> environment) {
        url.ifPresent(DeploymentOptions::requireHttp);
        StreamsServiceConfig streams = configuration(environment);
        return Deployment.of(
                streams,
                url.or(() -> local(environment).map(SystemAddresses::queries)).orElseGet(() -> usual(streams.http())),
                Optional.ofNullable(environment.get("TRUENORTH_TOKEN")).filter(token -> !token.isEmpty()));
    }

    /** Where the gateway of the local system answers, if that is the one that is meant. */
    Optional<URI> localGateway(Map<String, String> environment) {
        return local(environment).map(SystemAddresses::gateway);
    }

    private static void requireHttp(URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || scheme == null || !scheme.matches("https?")) {
            throw new CommandFailure("--url: expected one such as http://localhost:8082, was " + url);
        }
    }

    /** What the services of the deployment are told, as far as it is known here. */
    StreamsServiceConfig configuration(Map<String, String> environment) {
        Logging.silence();
        return Configuration.read(sources(environment), StreamsServiceConfig::read);
    }

    /** The local system, unless anything says where another deployment is: parts of two make none. */
    private Optional<SystemAddresses> local(Map<String, String> environment) {
        boolean another = config.isPresent()
                || bootstrapServers.isPresent()
                || registryUrl.isPresent()
                || url.isPresent()
                || ADDRESSES.stream()
                        .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
        return another ? Optional.empty() : RunningSystem.find(directory);
    }

    private ConfigSources sources(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        config.ifPresent(file -> variables.put(ConfigSources.FILE_VARIABLE, file.toString()));
        local(environment).ifPresent(system -> {
            variables.put(KAFKA, system.bootstrapServers());
            variables.put(REGISTRY, system.registryUrl());
            variables.put(
                    REGISTRY_PROPERTIES,
                    ConfigSources.pairs(LocalRegistry.clientPropertiesIn(SystemDirectory.registry(directory))));
        });
        bootstrapServers.ifPresent(servers -> variables.put(KAFKA, servers));
        registryUrl.ifPresent(where -> variables.put(REGISTRY, where));
        return ConfigSources.of(variables);
    }

    private static URI usual(HttpConfig http) {
        return URI.create("http://" + (http.isLoopback() ? "127.0.0.1" : http.host()) + ":" + http.port());
    }
}
