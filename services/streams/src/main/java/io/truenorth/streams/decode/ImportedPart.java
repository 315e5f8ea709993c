package io.truenorth.streams.decode;

import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.IdentityLink;
import io.truenorth.contract.SplitIdentities;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.consent.SetConsent;
import java.util.List;
import java.util.Map;

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
 */
public record ImportedPart(
        String customer,
        Map<String, RelationshipLedger> ledgers,
        List<CustomerAttribute> attributes,
        List<IdentityLink> links,
        List<SplitIdentities> apart,
        Map<String, List<SetConsent>> consents,
        Stage published,
        boolean isLast)
        implements DecodeResult {

    /** Returns whether nothing came under other identities than the customer's id. */
    public boolean isOfOneIdentity() {
        return links.isEmpty()
                && apart.isEmpty()
                && ledgers.keySet().stream().allMatch(customer::equals)
                && consents.keySet().stream().allMatch(customer::equals)
                && attributes.stream().allMatch(set -> set.getIdentity().isEmpty());
    }
}
