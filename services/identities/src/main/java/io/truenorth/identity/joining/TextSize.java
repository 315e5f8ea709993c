package io.truenorth.identity.joining;

import java.util.Collection;
import java.util.Map;

/** The number of characters of what is kept of a customer and of an identity, which must fit a record. */
final class TextSize {
    /** The most characters of the identities of a customer. */
    static final int MOST_OF_MEMBERS = 20_000;

    /** The most characters of the links, of the refusals and of the messages that are kept. */
    static final int MOST_OF_REST = 50_000;

    private TextSize() {}

    static int of(Collection<String> identities) {
        return identities.stream().mapToInt(String::length).sum();
    }

    static int of(IdentityPair pair) {
        return pair.first().length() + pair.second().length();
    }

    static int ofPairs(Collection<IdentityPair> pairs) {
        return pairs.stream().mapToInt(TextSize::of).sum();
    }

    static int ofLinks(Map<IdentityPair, Evidence> links) {
        int size = 0;
        for (Map.Entry<IdentityPair, Evidence> link : links.entrySet()) {
            size += of(link.getKey()) + link.getValue().length();
        }
        return size;
    }

    static int ofRefusals(Collection<RefusedLink> refusals) {
        return refusals.stream()
                .mapToInt(refusal -> of(refusal.link()) + refusal.evidence().length())
                .sum();
    }

    static int of(CustomerMessage message) {
        if (message instanceof CustomerMessage.Ask ask) {
            return of(ask.link()) + of(ask.members().keySet()) + ofLinks(ask.links()) + ofPairs(ask.barred());
        }
        return message instanceof CustomerMessage.Connect connect
                ? of(connect.link()) + connect.evidence().length()
                : 0;
    }
}
