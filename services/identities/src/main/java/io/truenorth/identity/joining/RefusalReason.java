package io.truenorth.identity.joining;

/** Why two customers do not join. */
public enum RefusalReason {
    /** They would have two identities of a namespace of which a person has one. */
    UNIQUE_NAMESPACE,
    /** They would have too many identities. */
    TOO_MANY_IDENTITIES,
    /** Two of their identities were split. */
    SPLIT,
    /** One of the identities is linked with so many others that it is nobody's in particular. */
    SHARED
}
