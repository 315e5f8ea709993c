package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.cli.privacy.export.DataSubject;
import io.truenorth.cli.privacy.export.LedgerExport;
import io.truenorth.cli.query.QueryFailures;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.deployment.Deployment;
import io.truenorth.documents.Excerpt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
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
            "On a terminal it shows whom it erases, all identities of the customer and how much is stored since when, and"
                    + " asks; --yes does not. Without a terminal it prints them on standard error, and goes on. --dry-run"
                    + " shows them, and changes nothing. That takes the streams service (--url, TRUENORTH_TOKEN).",
            "",
            "The request goes to the gateway, which needs a token of gateway.privacy.tokens. The command waits for the"
                    + " receipt and prints it: each place, what was done there, and when the last trace is gone. Repeated"
                    + " under the same --request-id it prints the same receipt. If nothing is known of the identity, which may"
                    + " be mistyped, the exit code is 5.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth privacy erase crm:c-17 --dry-run",
            "  truenorth privacy erase crm:c-17 --request-id dsr-7",
            "  truenorth privacy erase email:ann@example.net --later-events drop --yes",
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
            names = "--dry-run",
            description = "Shows whom the erasure concerns, and how much is stored of them. Changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--yes",
            description = "Does not ask before the erasure. Without a terminal it is not asked either.")
    private boolean confirmed;

    @Mixin
    private PrivacyRequestOptions request = new PrivacyRequestOptions();

    PrivacyEraseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Duration patience = request.receipt().patience();
        if (dryRun) {
            request.receipt().print(preview(), terminal);
            return ExitCodes.OK;
        }
        if (patience.isZero()) {
            showAndConfirm();
            terminal.text()
                    .println("requested the erasure of " + identity + " at " + request.system(terminal) + " (request "
                            + send() + ")");
            return ExitCodes.OK;
        }
        try (Receipts receipts = new Receipts(request.deployment(terminal))) {
            return erase(receipts, patience);
        }
    }

    private int erase(Receipts receipts, Duration patience) throws IOException, InterruptedException {
        Optional<PrivacyReceipt> earlier = request.requestId().flatMap(id -> earlier(pending(id), receipts));
        if (earlier.isPresent()) {
            output().line("request " + earlier.get().getRequestId() + " has a receipt at " + request.system(terminal));
        } else {
            showAndConfirm();
        }
        PrivacyReceipt answer = awaited(receipts, pending(send()), patience);
        request.receipt().print(answer, terminal);
        return answer.getOutcome() == PrivacyOutcome.NOTHING_KNOWN ? ExitCodes.NOTHING_KNOWN : ExitCodes.OK;
    }

    private String send() throws InterruptedException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("identity", identity);
        fields.put("laterEvents", laterEvents.name());
        return request.requests(terminal).send(PATH, fields, request.requestId());
    }

    private StatusOutput output() {
        return new StatusOutput(terminal.err(), terminal.errIsTerminal());
    }

    /** Shows whom the request erases. On a terminal nothing goes on without an answer, or if nobody is known. */
    private void showAndConfirm() throws IOException {
        boolean asks = terminal.canAsk() && !confirmed;
        try {
            preview().lines("erases").forEach(output()::line);
        } catch (NothingKnownException e) {
            if (asks) {
                throw new NothingKnownException(e.getMessage() + ". With --yes it is suppressed all the same");
            }
            output().line(String.valueOf(e.getMessage()));
        } catch (CommandFailure e) {
            output().line("whom it erases at " + request.system(terminal) + " cannot be shown: " + e.getMessage());
        } catch (QueryFailedException e) {
            output().line("whom it erases at " + request.system(terminal) + " cannot be shown: "
                    + QueryFailures.explain(e));
        }
        if (asks && !terminal.ask("Erase? It cannot be undone. Type yes: ").equalsIgnoreCase("yes")) {
            throw new CommandFailure("not confirmed; nothing was erased");
        }
    }

    /**
     * Whom the request concerns.
     *
     * @throws NothingKnownException if nothing is known of the identity
     */
    private ErasurePreview preview() throws IOException {
        String stored = StoredIdentity.of(identity, request.where(), terminal.environment());
        Deployment deployment = request.deployment(terminal);
        QueryClient queries = deployment.queryClient();
        Optional<IdentitiesReport> report = queries.identities(stored);
        if (report.isEmpty()) {
            throw new NothingKnownException("nothing is known of " + Excerpt.of(identity) + " at "
                    + request.system(terminal) + unlessKeyDiffers());
        }
        DataSubject person = DataSubject.of(stored, report);
        LedgerExport ledgers = LedgerExport.read(
                queries, person, request.where().reactionWindow(terminal.environment()), deployment.currency());
        return ErasurePreview.of(request.system(terminal), person, ledgers);
    }

    private PendingRequest pending(String id) {
        return PendingRequest.toErase(id, storedIdentity().map(IdentityHash::of));
    }

    /** An earlier receipt of the id is taken for that of this request only if it is known to be of the same person. */
    private Optional<PrivacyReceipt> earlier(PendingRequest asked, Receipts receipts) {
        receipts.requireNoConflict(asked);
        Optional<PrivacyReceipt> earlier = receipts.of(asked);
        if (earlier.isPresent() && asked.identity().isEmpty()) {
            throw new CommandFailure("--request-id: " + Excerpt.of(asked.id())
                    + " has a receipt already, and only the key of pseudonyms tells whether it is of this person: --config"
                    + " names the gateway's configuration. Or choose another id");
        }
        return earlier;
    }

    /** Of a personal identity, another key makes another pseudonym, which no record has. */
    private String unlessKeyDiffers() {
        return storedIdentity().filter(stored -> !stored.equals(identity)).isPresent()
                ? ", unless gateway.identities.pseudonymKey of this command line (--config) is not the gateway's"
                : "";
    }

    /** Empty for a personal identity, if its pseudonym takes a key that only the gateway has. */
    private Optional<String> storedIdentity() {
        return StoredIdentity.find(identity, request.where().identities(terminal.environment()));
    }

    private PrivacyReceipt awaited(Receipts receipts, PendingRequest sent, Duration patience) {
        StatusOutput output = output();
        output.status("request " + sent.id() + " is stored; waiting for the receipt");
        try {
            return receipts.await(sent, patience).orElseThrow(() -> missing(sent.id(), patience));
        } finally {
            output.clearStatus();
        }
    }

    private static ReceiptMissingException missing(String id, Duration patience) {
        return new ReceiptMissingException("no receipt within " + patience.toSeconds() + " s: request " + id
                + " is stored, and is executed once the streams service runs. For the receipt, run the command again"
                + " with --request-id " + id);
    }
}
