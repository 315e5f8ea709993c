package io.truenorth.cli.identity;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.Excerpt;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.QueryClient;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truenorth identity show}. */
@Command(
        name = "show",
        header = "Shows the customer who has an identity, and why the customer has it.",
        description = {
            "",
            "Lists all identities of the customer, the links that made them one customer with the first event or request"
                    + " for each, the links that were refused, and the pairs that were split. Personal identities, such as"
                    + " e-mail addresses, are shown as pseudonyms.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth identity show crm:c-17",
            "  truenorth identity show email:ann@example.org --config production.yaml"
        })
final class IdentityShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "IDENTITY",
            description =
                    "Any identity of the customer, NAMESPACE:VALUE. A personal one is replaced by its pseudonym, which"
                            + " takes the gateway's key (gateway.identities.pseudonymKey); or it is given as the pseudonym.")
    private String identity = "";

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    IdentityShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        QueryClient queries = where.deployment(terminal.environment()).queryClient();
        Optional<IdentitiesReport> report =
                queries.identities(StoredIdentity.of(identity, where, terminal.environment()));
        if (report.isEmpty()) {
            throw new CommandFailure("nothing is known of " + Excerpt.of(identity));
        }
        PrintStream out = terminal.text();
        IdentitiesText.of(report.get()).forEach(line -> out.println(Excerpt.visible(line)));
        return ExitCodes.OK;
    }
}
