package io.truenorth.identity.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of identities, best first: by the declared order of namespaces, namespaces that are not declared last, then by
 * text. It is total, so that everyone who compares two customers agrees which of them joins the other.
 */
public final class IdentityRanking implements Comparator<String> {
    private final List<String> namespaces;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final int last;

    /**
     * Creates a ranking.
     *
     * @param namespaces the best first
     */
    public IdentityRanking(List<String> namespaces) {
        this.namespaces = List.copyOf(namespaces);
        namespaces.forEach(namespace -> ranks.putIfAbsent(namespace, ranks.size()));
        last = ranks.size();
    }

    /** Returns the declared namespaces, the best first. */
    public List<String> namespaces() {
        return namespaces;
    }

    @Override
    public int compare(String left, String right) {
        int byNamespace = Integer.compare(rankOf(namespaceOf(left)), rankOf(namespaceOf(right)));
        return byNamespace != 0 ? byNamespace : left.compareTo(right);
    }

    /** Returns whether the first is better than the second. */
    public boolean isBetter(String first, String second) {
        return compare(first, second) < 0;
    }

    /** Returns the namespace of an identity. */
    static String namespaceOf(String identity) {
        return identity.substring(0, identity.indexOf(':'));
    }

    /** Returns the place of a namespace, 0 for the best. */
    public int rankOf(String namespace) {
        return ranks.getOrDefault(namespace, last);
    }
}
