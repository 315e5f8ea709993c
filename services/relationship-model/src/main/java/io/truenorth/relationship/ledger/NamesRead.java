package io.truenorth.relationship.ledger;

import java.util.List;

/**
 * Reads the names of a month; checks that they are distinct and that cells use them in the order in which they are
 * listed.
 */
final class NamesRead {

    private final ByteReader in;
    private final List<String> names;
    private int used;

    private NamesRead(ByteReader in, List<String> names) {
        this.in = in;
        this.names = names;
    }

    static NamesRead from(ByteReader in) {
        NameNumbers names = new NameNumbers();
        int count = in.readCount(1);
        for (int i = 0; i < count; i++) {
            if (names.of(in.readText()) < i) {
                throw in.problem("expected every name once");
            }
        }
        return new NamesRead(in, names.names());
    }

    /** Returns the name at the next index. */
    String next() {
        long index = in.readUnsigned();
        if (index < 0 || index > used || index >= names.size()) {
            throw in.problem("expected one of the " + names.size() + " names in the order of first use, was " + index);
        }
        used = Math.max(used, (int) index + 1);
        return names.get((int) index);
    }

    void expectAllUsed() {
        if (used < names.size()) {
            throw in.problem("expected content that uses all " + names.size() + " names, but " + used + " are used");
        }
    }
}
