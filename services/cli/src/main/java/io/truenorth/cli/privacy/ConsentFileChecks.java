package io.truenorth.cli.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.gateway.event.IdentityRequestReader;
import io.truenorth.gateway.event.IdentityRequestReader.Requester;
import io.truenorth.gateway.event.IdentityRequestReader.Result;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks consents as the gateway will, before any is sent. */
final class ConsentFileChecks {
    private static final Requester NOBODY = new Requester("", 0);
    /** No pseudonym leaves this class, so that any key will do. */
    private static final byte[] ANY_KEY = new byte[32];

    private final ObjectMapper json = new ObjectMapper();
    private final IdentityRequestReader reader;
    private final List<String> problems;
    private final Map<String, ConsentChange> byIdentity = new HashMap<>();

    /**
     * Checks by the rules of a deployment.
     *
     * @param problems receives what is wrong, with its place
     */
    ConsentFileChecks(IdentityRules rules, List<String> problems) {
        this.reader = new IdentityRequestReader(new IdentityRules(
                rules.placeholders(),
                rules.phones(),
                new Pseudonyms(Set.of("email", "phone"), Optional.of(ANY_KEY)),
                rules.ranking()));
        this.problems = problems;
    }

    void check(ConsentChange change) {
        if (change.scoring().isEmpty() && change.activation().isEmpty()) {
            problems.add(change.place() + ": expected scoring, activation or both, were none");
            return;
        }
        Result result = reader.consent(json.valueToTree(change.fields()), new Violations(), NOBODY);
        if (result instanceof Result.Invalid invalid) {
            invalid.violations().forEach(violation -> problems.add(problem(change, violation)));
        } else {
            requireAgreement(change, ((Result.Valid) result).request().getIdentity());
        }
    }

    private static String problem(ConsentChange change, Violation violation) {
        String field = violation.path().isEmpty() ? "" : violation.path().substring(1) + ": ";
        return change.place() + ": " + field + violation.message();
    }

    /** The requests are sent side by side, so that of two of one identity either might be the later. */
    private void requireAgreement(ConsentChange change, String identity) {
        ConsentChange earlier = byIdentity.putIfAbsent(identity, change);
        if (earlier != null
                && !(earlier.scoring().equals(change.scoring())
                        && earlier.activation().equals(change.activation()))) {
            problems.add(change.place() + ": says something else of the same identity than " + earlier.place());
        }
    }
}
