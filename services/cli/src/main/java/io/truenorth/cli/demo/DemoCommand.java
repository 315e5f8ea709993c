package io.truenorth.cli.demo;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.SystemDirectory;
import io.truenorth.standalone.demo.Demo;
import io.truenorth.standalone.demo.DemoOptions;
import io.truenorth.standalone.terminal.StatusOutput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code truenorth demo}: runs the whole system on this machine, with simulated customers. */
@Command(
        name = "demo",
        header = "Runs the whole system on this machine, with simulated customers.",
        description = {
            "",
            "Starts a Kafka broker, a schema registry, the streams service, the gateway and the dashboard on"
                    + " loopback, and simulates some thousand customers with two years of history. All data is durable: the"
                    + " next start continues with it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  truenorth demo",
            "  truenorth demo --no-simulator --dir /var/lib/truenorth",
            "  truenorth demo --fresh --customers 20000",
            "",
            "Services are configured by TRUENORTH_ variables and --config; their log is DIR/truenorth.log.",
            "The dashboard's objectives are in DIR/objectives.yaml, unless --config sets a file.",
            "Memory: a heap of up to 640 MiB, and less than 1.5 GB resident in all, for the default number of customers. More"
                    + " customers need more: TRUENORTH_JAVA_OPTS=-Xmx2g truenorth demo --customers 100000",
            "A default port in use is replaced by a free one; a port given by an option must be free.",
        })
public final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--dir", paramLabel = "DIR", description = "Data directory. Default: ./.truenorth.")
    private Path directory = SystemDirectory.USUAL;

    @Option(names = "--fresh", description = "Deletes existing data first.")
    private boolean fresh;

    @Option(names = "--no-simulator", description = "Starts without simulated customers.")
    private boolean noSimulator;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Number of simulated customers, at the first start. Default: ${DEFAULT-VALUE}.")
    private int customers = 4_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the simulation, at the first start. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (YAML). Default: the value of TRUENORTH_CONFIG.")
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

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (customers < 1 || customers > 1_000_000) {
            throw new CommandFailure("--customers: expected 1 to 1000000, was " + customers);
        }
        LocalPorts ports = ports();
        StatusOutput output = new StatusOutput(terminal.text(), terminal.outIsTerminal());
        Demo demo = new Demo(
                new LocalSystemConfig(directory, fresh, ports, sources()),
                new DemoOptions(!noSimulator, customers, seed),
                output,
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
