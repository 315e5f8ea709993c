package io.truenorth.cli.privacy;

import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.gateway.GatewayOptions;
import io.truenorth.cli.gateway.IdentityRequests;
import io.truenorth.deployment.Deployment;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that request something about a person of a gateway, and wait for the receipt. */
final class PrivacyRequestOptions {
    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "The id of the request and of its receipt, such as a ticket's. Default: a random one.")
    private Optional<String> requestId = Optional.empty();

    @Mixin
    private ReceiptOptions receipt = new ReceiptOptions();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    Optional<String> requestId() {
        return requestId;
    }

    ReceiptOptions receipt() {
        return receipt;
    }

    DeploymentOptions where() {
        return where;
    }

    Deployment deployment(Terminal terminal) {
        return where.deployment(terminal.environment());
    }

    IdentityRequests requests(Terminal terminal) {
        return new IdentityRequests(gateway.client(where, terminal.environment()));
    }

    /** The system that requests go to: its gateway, and the prefix of its topics if it has one. */
    String system(Terminal terminal) {
        String prefix = deployment(terminal).topics().prefix();
        return gateway.address(where, terminal.environment()) + (prefix.isEmpty() ? "" : " (topics " + prefix + "*)");
    }
}
