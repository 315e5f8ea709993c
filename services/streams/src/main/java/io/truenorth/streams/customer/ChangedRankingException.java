package io.truenorth.streams.customer;

import java.util.List;

/** Thrown when the configured order of namespaces is not the one by which the stored customers were joined. */
public final class ChangedRankingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param stored the namespaces by which the stored customers were joined
     * @param configured the namespaces of the configuration
     */
    public ChangedRankingException(List<String> stored, List<String> configured) {
        super("identities.ranking: expected " + inWords(stored) + ", by which the stored customers were joined, was "
                + inWords(configured) + ". A customer's id depends on this order: configure the former one, or have all"
                + " identities joined anew by the new order, in a new deployment into which the ledgers of this one are"
                + " imported (docs/backup.md, 'More partitions')");
    }

    private static String inWords(List<String> namespaces) {
        return namespaces.isEmpty() ? "no namespace" : String.join(", ", namespaces);
    }
}
