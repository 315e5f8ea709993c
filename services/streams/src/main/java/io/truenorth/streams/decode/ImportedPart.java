package io.truenorth.streams.decode;

import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.IdentityLink;
import io.truenorth.contract.SplitIdentities;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.identity.joining.Suppressions;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.consent.SetConsent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A valid part of an exported customer.
 *
 * @param customer the customer's id
 * @param ledgers entries of the customer's ledgers, by identity
 * @param attributes of the customer
 * @param links that made the customer's identities one customer, and refused ones
 * @param apart pairs that were split
 * @param consents of the customer's identities
 * @param published the stage last published of the customer where it was exported; {@code UNKNOWN} if none was
 * @param isLast whether the customer is complete with this part
 * @param suppressions identities that were erased, by their hashes; such a part has nothing else
 */
public record ImportedPart(
        String customer,
        Map<String, RelationshipLedger> ledgers,
        List<CustomerAttribute> attributes,
        List<IdentityLink> links,
        List<SplitIdentities> apart,
        Map<String, List<SetConsent>> consents,
        Stage published,
        boolean isLast,
        Map<String, Suppression> suppressions)
        implements DecodeResult {

    /** Returns the part without what is suppressed: entries up to the day of an erasure, and what is from before it. */
    public ImportedPart without(Suppressions known) {
        return new ImportedPart(
                customer,
                ledgersWithout(known),
                attributes.stream()
                        .filter(set -> !covers(
                                known, set.getIdentity().isEmpty() ? customer : set.getIdentity(), set.getOccurredAt()))
                        .toList(),
                links.stream()
                        .filter(link -> !covers(known, link.getFirst(), link.getAt())
                                && !covers(known, link.getSecond(), link.getAt()))
                        .toList(),
                apart.stream()
                        .filter(pair -> known.of(pair.getFirst()) == null && known.of(pair.getSecond()) == null)
                        .toList(),
                consentsWithout(known),
                published,
                isLast,
                suppressions);
    }

    private Map<String, List<SetConsent>> consentsWithout(Suppressions known) {
        Map<String, List<SetConsent>> kept = new TreeMap<>();
        consents.forEach((identity, said) -> {
            List<SetConsent> later = said.stream()
                    .filter(set -> !covers(known, identity, set.at()))
                    .toList();
            if (!later.isEmpty()) {
                kept.put(identity, later);
            }
        });
        return kept;
    }

    private Map<String, RelationshipLedger> ledgersWithout(Suppressions known) {
        Map<String, RelationshipLedger> kept = new TreeMap<>();
        ledgers.forEach((identity, ledger) -> {
            Suppression suppression = known.of(identity);
            if (suppression == null) {
                kept.put(identity, ledger);
            } else if (!suppression.dropsLater()) {
                RelationshipLedger later = ledger.copy();
                later.removeUpTo(Days.of(suppression.until()));
                if (!later.isEmpty()) {
                    kept.put(identity, later);
                }
            }
        });
        return kept;
    }

    private static boolean covers(Suppressions known, String identity, long at) {
        Suppression suppression = known.of(identity);
        return suppression != null && suppression.covers(at);
    }

    /** Returns whether nothing came under other identities than the customer's id. */
    public boolean isOfOneIdentity() {
        return links.isEmpty()
                && apart.isEmpty()
                && ledgers.keySet().stream().allMatch(customer::equals)
                && consents.keySet().stream().allMatch(customer::equals)
                && attributes.stream().allMatch(set -> set.getIdentity().isEmpty());
    }
}
