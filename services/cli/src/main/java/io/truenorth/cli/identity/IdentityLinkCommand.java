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

/** {@code truenorth identity link}. */
@Command(
        name = "link",
        header = "Says that two identities are one person.",
        description = {
            "",
            "The customers who have the two identities are joined, even where they were split before. Two accounts of a"
                    + " namespace of which a person has one (identities.unique), and more identities than allowed, are not"
                    + " joined by this either. The request goes to the gateway, which needs a token of"
                    + " gateway.identities.tokens; truenorth identity show tells what became of it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth identity link crm:c-17 card:4711",
            "  truenorth identity link crm:c-17 email:ann@example.org --request-id ticket-88"
        })
final class IdentityLinkCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "IDENTITY", description = "An identity, NAMESPACE:VALUE.")
    private String identity = "";

    @Parameters(index = "1", paramLabel = "OTHER", description = "Another identity of the same person.")
    private String other = "";

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "Is shown as the reason of the link. Default: a random one.")
    private Optional<String> requestId = Optional.empty();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    IdentityLinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        IdentityRequests requests = new IdentityRequests(gateway.client(where, terminal.environment()));
        String id = requests.send("/v1/identities/link", Map.of("identity", identity, "other", other), requestId);
        terminal.text().println("requested the link of " + identity + " and " + other + " (request " + id + ")");
        return ExitCodes.OK;
    }
}
