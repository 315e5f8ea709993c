package io.truenorth.identity.joining;

import java.util.Collection;

/** The number of characters of identities: what is kept of a customer and of an identity must fit a record. */
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

    static int of(CustomerMessage message) {
        if (message instanceof CustomerMessage.Ask ask) {
            return of(ask.link())
                    + of(ask.members().keySet())
                    + ofPairs(ask.links().keySet())
                    + ofPairs(ask.barred());
        }
        return message instanceof CustomerMessage.Connect connect ? of(connect.link()) : 0;
    }
}
