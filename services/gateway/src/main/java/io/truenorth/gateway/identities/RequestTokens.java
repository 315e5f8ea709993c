package io.truenorth.gateway.identities;

import io.truenorth.service.http.TokenHash;
import java.util.List;

/**
 * The tokens of a gateway, by what they permit.
 *
 * @param events of those who may send events
 * @param identities of those who may link and split identities
 * @param privacy of those who may erase customers and set consent
 * @param sourcesSign whether there are sources beside, which sign what they send
 */
public record RequestTokens(
        List<TokenHash> events, List<TokenHash> identities, List<TokenHash> privacy, boolean sourcesSign) {

    /** Copies the lists. */
    public RequestTokens {
        events = List.copyOf(events);
        identities = List.copyOf(identities);
        privacy = List.copyOf(privacy);
    }

    /** Whether nobody has to prove who they are. */
    boolean areNone() {
        return events.isEmpty() && identities.isEmpty() && privacy.isEmpty() && !sourcesSign;
    }
}
