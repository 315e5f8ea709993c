package io.truenorth.cli.command;

import io.truenorth.deployment.Deployment;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.gateway.GatewayConfig;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import io.truenorth.service.logging.Logging;
import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.SystemAddresses;
import io.truenorth.standalone.SystemDirectory;
import io.truenorth.streams.StreamsServiceConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/**
 * Options that select a deployment. Addresses come from the options; else from the system running in {@code --dir};
 * else from the configuration; else from the system running in {@code ./.truenorth}; else from the defaults.
 * Everything that is not an address comes from the configuration.
 */
public final class DeploymentOptions {
    private static final String KAFKA = "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS";
    private static final String REGISTRY = "TRUENORTH_REGISTRY_URL";
    private static final String REGISTRY_PROPERTIES = "TRUENORTH_REGISTRY_PROPERTIES";

    private final Path usualDirectory;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file of the deployment's services. Default: the value of TRUENORTH_CONFIG.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "The directory of a running local system, whose addresses take precedence over --config and variables,"
                            + " but not over the three options below. Default: ./.truenorth, if a system runs there and no"
                            + " other address of Kafka or the registry is configured.")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Bootstrap servers of Kafka, separated by commas.")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(names = "--registry-url", paramLabel = "URL", description = "URL of the schema registry's Confluent API.")
    private Optional<String> registryUrl = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "URL of the streams service. A token is read from TRUENORTH_TOKEN.")
    private Optional<URI> url = Optional.empty();

    /** Options with the default directory {@code ./.truenorth}. */
    public DeploymentOptions() {
        this(SystemDirectory.USUAL);
    }

    /** @param usualDirectory the default directory of a standalone system */
    public DeploymentOptions(Path usualDirectory) {
        this.usualDirectory = usualDirectory;
    }

    /** The deployment. Silences the logs of its clients, as commands report problems themselves. */
    public Deployment deployment(Map<String, String> environment) {
        url.ifPresent(DeploymentOptions::requireHttp);
        StreamsServiceConfig streams = configuration(environment);
        return Deployment.of(
                streams.deployment(),
                streams.engine().applicationId(),
                url.or(() -> local(environment).map(SystemAddresses::queries)).orElseGet(() -> usual(streams.http())),
                Optional.ofNullable(environment.get("TRUENORTH_TOKEN")).filter(token -> !token.isEmpty()));
    }

    /** URL of the gateway, if a standalone system is selected. */
    public Optional<URI> localGateway(Map<String, String> environment) {
        return local(environment).map(SystemAddresses::gateway);
    }

    /** Directory of the standalone system, if one is selected. */
    public Optional<Path> localDirectory(Map<String, String> environment) {
        return local(environment).map(system -> directory.orElse(usualDirectory));
    }

    private static void requireHttp(URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || scheme == null || !scheme.matches("https?")) {
            throw new CommandFailure("--url: expected one such as http://localhost:8082, was " + url);
        }
    }

    /** The configuration of the deployment's services. */
    public StreamsServiceConfig configuration(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        local(environment).ifPresent(system -> {
            variables.put(KAFKA, system.bootstrapServers());
            variables.put(REGISTRY, system.registryUrl());
            variables.put(
                    REGISTRY_PROPERTIES,
                    ConfigSources.pairs(LocalRegistry.clientPropertiesIn(
                            SystemDirectory.registry(directory.orElse(usualDirectory)))));
        });
        return read(variables, StreamsServiceConfig::read);
    }

    /** How long after a delivery a reaction counts as automated in the deployment's ledgers, in ms. */
    public long reactionWindow(Map<String, String> environment) {
        return configuration(environment).plan().limits().reactionWindow();
    }

    /** How the deployment's gateway treats identities. */
    public IdentityRules identities(Map<String, String> environment) {
        return read(environment, GatewayConfig::read).identities();
    }

    /** The standalone system, if selected; never mixed with addresses of another deployment. */
    private Optional<SystemAddresses> local(Map<String, String> environment) {
        if (bootstrapServers.isPresent() || registryUrl.isPresent() || url.isPresent()) {
            return Optional.empty();
        }
        if (directory.isPresent()) {
            return Optional.of(RunningSystem.find(directory.get()).orElseThrow(() -> noSystem(directory.get())));
        }
        return read(environment, DeploymentOptions::namesAddress)
                ? Optional.empty()
                : RunningSystem.find(usualDirectory);
    }

    private static CommandFailure noSystem(Path directory) {
        return new CommandFailure("--dir: no system runs in " + directory.toAbsolutePath()
                + ". Start one with truenorth demo --dir " + directory
                + ", or select a deployment with --bootstrap-servers, --registry-url and --url");
    }

    /** Whether the configuration sets the address of Kafka or of the registry. */
    private static boolean namesAddress(ConfigSection root) {
        ConfigSection kafka = root.section("kafka");
        ConfigSection registry = root.section("registry");
        // A section has to be read as a whole, as a key that nobody reads is an unknown one.
        KafkaConfig.read(kafka);
        RegistryConfig.read(registry);
        StreamsServiceConfig.read(root);
        return kafka.optionalText("bootstrapServers", "The bootstrap servers of Kafka.")
                        .isPresent()
                || registry.optionalText("url", "The URL of the registry.").isPresent();
    }

    private <T> T read(Map<String, String> environment, Function<ConfigSection, T> reading) {
        Logging.silence();
        Map<String, String> variables = new HashMap<>(environment);
        config.ifPresent(file -> variables.put(ConfigSources.FILE_VARIABLE, file.toString()));
        bootstrapServers.ifPresent(servers -> variables.put(KAFKA, servers));
        registryUrl.ifPresent(where -> variables.put(REGISTRY, where));
        return Configuration.read(ConfigSources.of(variables), reading);
    }

    private static URI usual(HttpConfig http) {
        return URI.create("http://" + (http.isLoopback() ? "127.0.0.1" : http.host()) + ":" + http.port());
    }
}
