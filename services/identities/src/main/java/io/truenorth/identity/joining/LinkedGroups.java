package io.truenorth.identity.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Groups of identities that hang together by links. */
final class LinkedGroups {
    private final Map<String, String> parents = new HashMap<>();

    LinkedGroups(Collection<IdentityPair> links) {
        links.forEach(this::unite);
    }

    /** Unites the groups of the ends of a link; returns false if they are one already. */
    boolean unite(IdentityPair link) {
        String first = of(link.first());
        String second = of(link.second());
        if (first.equals(second)) {
            return false;
        }
        parents.put(first, second);
        return true;
    }

    /** Returns one identity of the group of another, the same for all of the group. */
    String of(String identity) {
        String root = identity;
        for (String parent = parents.get(root); parent != null; parent = parents.get(root)) {
            root = parent;
        }
        return root;
    }
}
