package io.truenorth.cli.privacy;

import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.cli.query.QueryFailures;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.query.CustomerConsent.SaidConsent;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says which consent stays where one that was to be set is outdated. */
final class LaterConsents {
    private final QueryClient streams;
    private final IdentityRules rules;

    /** @param rules by which identities are stored */
    LaterConsents(QueryClient streams, IdentityRules rules) {
        this.streams = streams;
        this.rules = rules;
    }

    /**
     * The consents that stay, in words.
     *
     * @param outdated those that were not set
     * @param most how many of them to look up
     */
    List<String> of(List<ConsentChange> outdated, int most) {
        List<String> lines = new ArrayList<>();
        try {
            outdated.stream().limit(most).forEach(change -> lines.addAll(of(change)));
        } catch (QueryFailedException e) {
            lines.add("which consent stays is not known: " + QueryFailures.explain(e));
            return lines;
        }
        if (outdated.size() > most) {
            lines.add(String.format(Locale.ROOT, "%,d more are not listed", outdated.size() - most));
        }
        return lines;
    }

    private List<String> of(ConsentChange change) {
        Optional<String> stored = StoredIdentity.find(change.identity(), rules);
        if (stored.isEmpty()) {
            return List.of(change.identity()
                    + ": which consent stays takes the key of pseudonyms: --config names the gateway's configuration");
        }
        return streams.identities(stored.get()).map(IdentitiesReport::consent).stream()
                .flatMap(consent -> consent.said().stream())
                .filter(said ->
                        said.identity().equals(stored.get()) && change.fields().containsKey(said.purpose()))
                .map(said -> change.identity() + ": " + inWords(said))
                .toList();
    }

    private static String inWords(SaidConsent said) {
        return said.purpose() + " " + (said.given() ? "given" : "withdrawn") + " on " + ReceiptText.time(said.at())
                + " by " + said.eventId() + " stays";
    }
}
