package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.standalone.terminal.StatusOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth privacy consent}. */
@Command(
        name = "consent",
        header = "Sets the consent of a person, or of many by a file.",
        description = {
            "",
            "Sets whether the events of an identity may be scored, and whether the score may be used outside the"
                    + " system (activation). It holds from now on, until a later event or request says otherwise. A"
                    + " customer has the strictest consent of all their identities.",
            "",
            "If an event or a request of a later time says otherwise, that stays: the command says which one it is, and the exit"
                    + " code is 5.",
            "",
            "A withdrawal of scoring deletes the events and attributes of the customer for good, unless"
                    + " streams.consent.afterWithdrawal is keep: truenorth privacy export before it, if the person may ask"
                    + " for them.",
            "",
            "The requests go to the gateway, which needs a token of gateway.privacy.tokens. All lines of a file are"
                    + " checked before the first request is sent; a command that failed under way may be repeated. With"
                    + " --request-id the ids of a file's requests are ID, - and the number of the entry.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth privacy consent crm:c-17 --scoring withdrawn",
            "  truenorth privacy consent email:ann@example.net --scoring given --activation withdrawn",
            "  truenorth privacy consent --file consents.csv",
            "",
            "@|bold A file|@ has a header and one identity a line; JSON Lines with the same names will do too. What is"
                    + " empty stays as it is:",
            "",
            "  identity,scoring,activation",
            "  crm:c-17,given,withdrawn",
            "  email:ann@example.net,,given"
        })
final class PrivacyConsentCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;

    private enum Choice {
        given,
        withdrawn
    }

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "IDENTITY",
            description = "An identity of the person, NAMESPACE:VALUE; left out with --file.")
    private Optional<String> identity = Optional.empty();

    @Option(names = "--scoring", paramLabel = "CHOICE", description = "given or withdrawn.")
    private Optional<Choice> scoring = Optional.empty();

    @Option(names = "--activation", paramLabel = "CHOICE", description = "given or withdrawn.")
    private Optional<Choice> activation = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Sets the consents of a file, CSV or JSON Lines.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private PrivacyRequestOptions request = new PrivacyRequestOptions();

    PrivacyConsentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Duration patience = request.receipt().patience();
        IdentityRules rules = request.where().identities(terminal.environment());
        List<ConsentChange> changes = checkedChanges(rules);
        ConsentRun run = new ConsentRun(request.requests(terminal), rules, request.requestId(), status());
        if (patience.isZero()) {
            terminal.text().println(requested(run.send(changes)));
            return ExitCodes.OK;
        }
        try (Receipts receipts = new Receipts(request.deployment(terminal))) {
            run.requireNoConflict(changes, receipts);
            List<PendingRequest> sent = run.send(changes);
            run.await(receipts, sent, patience);
            List<ConsentChange> outdated = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                PrivacyReceipt answer = receipts.of(sent.get(i)).orElseThrow();
                if (answer.getOutcome() == PrivacyOutcome.CONSENT_OUTDATED) {
                    outdated.add(changes.get(i));
                }
                if (file.isEmpty() || request.receipt().isJson()) {
                    request.receipt().print(answer, terminal);
                }
            }
            if (file.isPresent() && !request.receipt().isJson()) {
                terminal.text().println(ConsentRun.summary(changes.size(), outdated.size()));
            }
            status().line("answered by " + request.system(terminal));
            new LaterConsents(request.deployment(terminal).queryClient(), rules)
                    .of(outdated, MOST_SHOWN)
                    .forEach(status()::line);
            return outdated.isEmpty() ? ExitCodes.OK : ExitCodes.CONSENT_OUTDATED;
        }
    }

    private StatusOutput status() {
        return new StatusOutput(terminal.err(), terminal.errIsTerminal());
    }

    private String requested(List<PendingRequest> sent) {
        return identity.isPresent()
                ? "requested the consent of " + identity.get() + " at " + request.system(terminal) + " (request "
                        + sent.get(0).id() + ")"
                : String.format(
                        Locale.ROOT,
                        "requested the consents of the file at %s: %,d",
                        request.system(terminal),
                        sent.size());
    }

    private List<ConsentChange> checkedChanges(IdentityRules rules) {
        List<String> problems = new ArrayList<>();
        List<ConsentChange> changes = changes(problems);
        ConsentFileChecks checks = new ConsentFileChecks(rules, problems);
        if (problems.isEmpty()) {
            changes.forEach(checks::check);
        }
        if (!problems.isEmpty()) {
            problems.stream().limit(MOST_SHOWN).forEach(status()::line);
            throw new CommandFailure(String.format(
                    Locale.ROOT, "%,d problems%s; nothing was sent", problems.size(), shown(problems.size())));
        }
        return changes;
    }

    private static String shown(int problems) {
        return problems > MOST_SHOWN ? ", of which the first " + MOST_SHOWN + " are listed" : "";
    }

    private List<ConsentChange> changes(List<String> problems) {
        if (file.isPresent()) {
            if (identity.isPresent() || scoring.isPresent() || activation.isPresent()) {
                throw new CommandFailure(
                        "--file: the file has identities and their consent; leave out IDENTITY, --scoring"
                                + " and --activation");
            }
            return ConsentFile.read(file.get(), problems);
        }
        if (identity.isEmpty()) {
            throw new CommandFailure("expected an IDENTITY, or --file");
        }
        if (scoring.isEmpty() && activation.isEmpty()) {
            throw new CommandFailure("expected --scoring, --activation or both, each given or withdrawn");
        }
        return List.of(new ConsentChange(
                "IDENTITY",
                identity.get(),
                scoring.map(choice -> choice == Choice.given),
                activation.map(choice -> choice == Choice.given)));
    }
}
