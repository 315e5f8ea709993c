package io.truenorth.gateway.identities;

import io.truenorth.service.http.TokenHash;
import java.util.List;

/**
 * The tokens of a gateway, by what they permit.
 *
 * @param events of those who may send events
 * @param identities of those who may link and split identities
 * @param privacy of those who may erase customers and set consent
 */
public record RequestTokens(List<TokenHash> events, List<TokenHash> identities, List<TokenHash> privacy) {

    /** Copies the lists. */
    public RequestTokens {
        events = List.copyOf(events);
        identities = List.copyOf(identities);
        privacy = List.copyOf(privacy);
    }
}
