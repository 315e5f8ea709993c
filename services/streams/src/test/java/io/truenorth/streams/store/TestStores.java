package io.truenorth.streams.store;

/** Stores without a changelog, for tests. */
public final class TestStores {
    private TestStores() {}

    public static <B extends CommitBuffer> WriteBehindStore<B> of(CountingEntries entries, B buffer) {
        return new WriteBehindStore<>(entries, buffer, 1);
    }
}
