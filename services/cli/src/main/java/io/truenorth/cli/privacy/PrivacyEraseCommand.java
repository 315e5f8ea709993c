package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.gateway.GatewayOptions;
import io.truenorth.cli.gateway.IdentityRequests;
import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.deployment.Deployment;
import io.truenorth.documents.Excerpt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.standalone.terminal.StatusOutput;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth privacy erase}. */
@Command(
        name = "erase",
        header = "Erases all that is known of a person.",
        description = {
            "",
            "Erases the customer who has the identity, with all their identities: ledgers, attributes, consent, links,"
                    + " references and the score. What stays is a hash of each identity with the time of the erasure, so"
                    + " that older events, replays and imports bring nothing back. It cannot be undone: truenorth privacy"
                    + " export before it keeps what the person may ask for, and lists the identities that verify needs.",
            "",
            "The request goes to the gateway, which needs a token of gateway.privacy.tokens. The command waits for the"
                    + " receipt and prints it: each place, what was done there, and when the last trace is gone. Repeated"
                    + " under the same --request-id it prints the same receipt.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth privacy erase crm:c-17 --request-id dsr-7",
            "  truenorth privacy erase email:ann@example.net --later-events drop",
            "  truenorth privacy erase crm:c-17 --format jsonl > receipt.jsonl"
        })
final class PrivacyEraseCommand implements Callable<Integer> {
    private static final String PATH = "/v1/privacy/erase";

    private enum LaterEvents {
        begin_anew,
        drop
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "IDENTITY", description = "Any identity of the person, NAMESPACE:VALUE.")
    private String identity = "";

    @Option(
            names = "--later-events",
            paramLabel = "CHOICE",
            defaultValue = "begin_anew",
            description =
                    "What to do with events that occur after the erasure: begin_anew counts them as those of somebody"
                            + " new, drop drops them too. Default: ${DEFAULT-VALUE}.")
    private LaterEvents laterEvents = LaterEvents.begin_anew;

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

    PrivacyEraseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Duration patience = receipt.patience();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("identity", identity);
        fields.put("laterEvents", laterEvents.name());
        IdentityRequests requests = new IdentityRequests(gateway.client(where, terminal.environment()));
        if (patience.isZero()) {
            String id = requests.send(PATH, fields, requestId);
            terminal.text().println("requested the erasure of " + identity + " (request " + id + ")");
            return ExitCodes.OK;
        }
        Deployment deployment = where.deployment(terminal.environment());
        try (Receipts receipts = new Receipts(deployment)) {
            requireNoOtherRequest(receipts);
            String id = requests.send(PATH, fields, requestId);
            PrivacyReceipt answer = awaited(receipts, id, patience);
            if (isOfSomebodyElse(answer)) {
                throw new ReceiptMissingException(
                        "the receipt of request " + Excerpt.of(id)
                                + " is of somebody else, who was erased under the same id meanwhile: erase again under another id");
            }
            receipt.print(answer, terminal);
        }
        return ExitCodes.OK;
    }

    /** Otherwise its receipt would be taken for that of this request. */
    private void requireNoOtherRequest(Receipts receipts) {
        requestId.flatMap(receipts::of).ifPresent(earlier -> {
            if (earlier.getLaterEvents() == null) {
                throw new CommandFailure("--request-id: " + Excerpt.of(earlier.getRequestId())
                        + " is the id of a request to set consent; choose another one");
            }
            if (isOfSomebodyElse(earlier)) {
                throw new CommandFailure("--request-id: " + Excerpt.of(earlier.getRequestId())
                        + " is the id of a request about somebody else; choose another one");
            }
        });
    }

    private boolean isOfSomebodyElse(PrivacyReceipt shown) {
        return storedHash()
                .filter(hash -> !shown.getIdentities().contains(hash))
                .isPresent();
    }

    /** Empty for a personal identity, if its pseudonym takes a key that only the gateway has. */
    private Optional<String> storedHash() {
        try {
            return Optional.of(IdentityHash.of(StoredIdentity.of(identity, where, terminal.environment())));
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private PrivacyReceipt awaited(Receipts receipts, String id, Duration patience) {
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        output.status("request " + id + " is stored; waiting for the receipt");
        try {
            return receipts.await(id, patience).orElseThrow(() -> missing(id, patience));
        } finally {
            output.clearStatus();
        }
    }

    private ReceiptMissingException missing(String id, Duration patience) {
        return new ReceiptMissingException("no receipt within " + patience.toSeconds() + " s: request " + id
                + " is stored, and is executed once the streams service runs. For the receipt, run the command again"
                + " with --request-id " + id);
    }
}
