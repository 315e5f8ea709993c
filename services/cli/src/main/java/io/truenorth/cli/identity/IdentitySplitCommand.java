package io.truenorth.cli.identity;

import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.gateway.GatewayOptions;
import io.truenorth.cli.gateway.IdentityRequests;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth identity split}. */
@Command(
        name = "split",
        header = "Takes an identity out of its customer.",
        description = {
            "",
            "The identity becomes a customer of its own, with exactly what came under it; identities that only it connected"
                    + " with the customer go too. What was split is joined again by truenorth identity link, and by no event."
                    + " An identity that is a customer by itself stays as it is. truenorth identity show tells what became of it.",
            "",
            "The request goes to the gateway, which needs a token of gateway.identities.tokens.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth identity split card:4711",
            "  truenorth identity split device:tablet-3 --request-id ticket-89"
        })
final class IdentitySplitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "IDENTITY", description = "The identity to take out, NAMESPACE:VALUE.")
    private String identity = "";

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "Is shown as the reason of the split. Default: a random one.")
    private Optional<String> requestId = Optional.empty();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    IdentitySplitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        IdentityRequests requests = new IdentityRequests(gateway.client(where, terminal.environment()));
        String id = requests.send("/v1/identities/split", Map.of("identity", identity), requestId);
        terminal.text().println("requested the split of " + identity + " (request " + id + ")");
        return ExitCodes.OK;
    }
}
