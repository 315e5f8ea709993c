package io.truenorth.local;

import io.truenorth.local.demo.Demo;
import io.truenorth.local.demo.DemoOptions;
import io.truenorth.local.histories.Notes;
import io.truenorth.local.system.LocalPorts;
import io.truenorth.local.system.LocalSystemConfig;
import io.truenorth.local.system.SystemDirectory;
import io.truenorth.service.config.ConfigSources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code truenorth demo}: the whole system on this machine, with customers. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Truenorth.Version.class,
        header = "Runs the whole system on this machine, with simulated customers.",
        description = {
            "",
            "Starts a Kafka broker, a schema registry, the streams service, the gateway and the dashboard, all on"
                + " loopback, and some thousand simulated customers with two years behind them. Everything is real but"
                + " the customers, and durable: the next start goes on with the same data.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  truenorth demo",
            "  truenorth demo --no-simulator --dir /var/lib/truenorth",
            "  truenorth demo --fresh --customers 20000",
            "",
            "Services are told more by TRUENORTH_ variables and --config; their log is DIR/truenorth.log.",
            "What is to be reached stands in DIR/objectives.yaml, unless --config tells of it.",
            "A usual port that somebody else has is avoided; one that is asked for must be free."
        })
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--dir", paramLabel = "DIR", description = "Where the data are. Default: ./.truenorth.")
    private Path directory = SystemDirectory.USUAL;

    @Option(names = "--fresh", description = "Deletes the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--no-simulator", description = "Without simulated customers.")
    private boolean noSimulator;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "4000",
            description = "How many people are simulated, at the first start. Default: ${DEFAULT-VALUE}.")
    private int customers = 4_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides their lives, at the first start. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A configuration in YAML. Default: what TRUENORTH_CONFIG names.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Default: 9092, or a free one.")
    private Optional<Integer> kafkaPort = Optional.empty();

    @Option(names = "--registry-port", paramLabel = "PORT", description = "Default: 8081, or a free one.")
    private Optional<Integer> registryPort = Optional.empty();

    @Option(names = "--gateway-port", paramLabel = "PORT", description = "Default: 8080, or a free one.")
    private Optional<Integer> gatewayPort = Optional.empty();

    @Option(names = "--streams-port", paramLabel = "PORT", description = "Default: 8082, or a free one.")
    private Optional<Integer> streamsPort = Optional.empty();

    @Option(names = "--dashboard-port", paramLabel = "PORT", description = "Default: 8083, or a free one.")
    private Optional<Integer> dashboardPort = Optional.empty();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (customers < 1 || customers > 1_000_000) {
            throw new CommandFailure("--customers: expected 1 to 1000000, was " + customers);
        }
        LocalPorts ports = ports();
        Notes notes = new Notes(terminal.text(), terminal.outIsTerminal());
        Demo demo = new Demo(
                new LocalSystemConfig(directory, fresh, ports, sources()),
                new DemoOptions(!noSimulator, customers, seed),
                notes,
                terminal.clock());
        return demo.run().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private LocalPorts ports() {
        try {
            return LocalPorts.choose(kafkaPort, registryPort, gatewayPort, streamsPort, dashboardPort);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    private ConfigSources sources() {
        Map<String, String> environment = new HashMap<>(terminal.environment());
        config.ifPresent(file -> environment.put(ConfigSources.FILE_VARIABLE, file.toString()));
        return ConfigSources.of(environment);
    }
}
