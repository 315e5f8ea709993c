package io.truenorth.gateway;

import io.truenorth.service.ServiceProcess;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;

/** Runs a gateway as a process. */
public final class GatewayMain {

    private GatewayMain() {}

    /** Runs a gateway as the environment configures it, until the process is stopped. */
    public static void main(String[] args) throws InterruptedException {
        ServiceProcess.main(
                GatewayComposition.NAME,
                GatewayConfig::read,
                config -> config.deployment().logging(),
                config -> GatewayComposition.gateway(
                                config, ServiceMetrics.ofProcess(GatewayComposition.NAME), Clock.systemUTC())
                        .service());
    }
}
