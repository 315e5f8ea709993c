package io.truenorth.cli.gateway;

import io.truenorth.cli.command.DeploymentOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that select a gateway. */
public final class GatewayOptions {
    private static final String USUAL_GATEWAY = "http://127.0.0.1:8080";

    @Option(
            names = "--gateway-url",
            paramLabel = "URL",
            description = "URL of the gateway. Default: that of the local system, or " + USUAL_GATEWAY
                    + ". A token is read from TRUENORTH_GATEWAY_TOKEN.")
    private Optional<URI> gateway = Optional.empty();

    /**
     * A client of the gateway.
     *
     * @param where selects the local system, if there is one
     */
    public GatewayClient client(DeploymentOptions where, Map<String, String> environment) {
        return new GatewayClient(
                address(where, environment),
                Optional.ofNullable(environment.get("TRUENORTH_GATEWAY_TOKEN")).filter(token -> !token.isEmpty()));
    }

    /** The URL of the gateway. */
    public URI address(DeploymentOptions where, Map<String, String> environment) {
        return gateway.or(() -> where.localGateway(environment)).orElseGet(() -> URI.create(USUAL_GATEWAY));
    }
}
