package io.truenorth.streams.identity;

/** The identities whose mentions are to be removed. */
public interface ErasedNames {
    /** Returns whether an identity is one of them. */
    boolean has(String identity);

    /** Returns whether what an event said of an identity is to be removed, by its time (epoch ms). */
    boolean covers(String identity, long at);
}
