package io.truenorth.benchmarks.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.truenorth.benchmarks.harness.ParentWatch;
import io.truenorth.benchmarks.harness.ReadyFile;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.gateway.Gateway;
import io.truenorth.gateway.GatewayComposition;
import io.truenorth.gateway.GatewayConfig;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The process of a server. It ends with its standard input, and so with the process that started it. */
public final class ServerMain {
    private static final String LOOPBACK = "127.0.0.1";

    private ServerMain() {}

    /** Runs the server that is named, writes its port into a file, and stays. */
    public static void main(String[] args) throws IOException {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        ParentWatch.onEndOfInput(() -> System.exit(0));
        int port =
                Server.valueOf(args[0]) == Server.BARE ? startBare() : startGateway(args[2], args[3], Path.of(args[4]));
        new ReadyFile(Path.of(args[1])).write(List.of(Integer.toString(port)));
    }

    private static int startBare() {
        ObjectMapper json = new ObjectMapper();
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/v1/touchpoints", ctx -> {
                        int events = json.readTree(ctx.bodyAsBytes()).size();
                        ctx.status(202).contentType("application/json").result("{\"events\": " + events + "}");
                    });
                })
                .start(LOOPBACK, 0)
                .port();
    }

    private static int startGateway(String bootstrapServers, String registryUrl, Path registryDirectory) {
        GatewayConfig config = Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS",
                        bootstrapServers,
                        "TRUENORTH_REGISTRY_URL",
                        registryUrl,
                        "TRUENORTH_REGISTRY_PROPERTIES",
                        ConfigSources.pairs(LocalRegistry.clientPropertiesIn(registryDirectory)),
                        "TRUENORTH_GATEWAY_HTTP_PORT",
                        "0")),
                GatewayConfig::read);
        Gateway gateway = GatewayComposition.gateway(config, ServiceMetrics.ofProcess("gateway"), Clock.systemUTC());
        gateway.service().start();
        return gateway.http().port();
    }
}
