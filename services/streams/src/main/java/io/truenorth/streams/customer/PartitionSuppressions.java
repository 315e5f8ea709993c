package io.truenorth.streams.customer;

import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.identity.joining.Suppressions;
import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.JoinMessage.ToPartition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The erased identities that a partition knows of, as the protocol sees them. */
final class PartitionSuppressions implements Suppressions {
    private final Relationships relationships;
    private final List<String> partitionKeys;
    private final Consumer<JoinMessage> messages;

    /**
     * @param partitionKeys a key of each partition
     * @param messages sends a message
     */
    PartitionSuppressions(Relationships relationships, List<String> partitionKeys, Consumer<JoinMessage> messages) {
        this.relationships = relationships;
        this.partitionKeys = partitionKeys;
        this.messages = messages;
    }

    @Override
    public @Nullable Suppression of(String identity) {
        return relationships.suppressions().of(identity);
    }

    @Override
    public Suppression add(String identity, Suppression suppression) {
        return relationships.suppressions().add(IdentityHash.of(identity), suppression);
    }

    @Override
    public void tellAll(Map<String, Suppression> suppressions) {
        Map<String, Suppression> byHash = new TreeMap<>();
        suppressions.forEach((identity, suppression) -> byHash.put(IdentityHash.of(identity), suppression));
        partitionKeys.forEach(key -> messages.accept(new ToPartition(key, byHash, true)));
    }

    /** Has every partition take suppressions that consent has changed, by the hashes of the identities: this one at once. */
    void change(Map<String, Suppression> byHash) {
        byHash.forEach(relationships.suppressions()::add);
        partitionKeys.forEach(key -> messages.accept(new ToPartition(key, byHash, false)));
    }

    @Override
    public boolean isBeingForgotten(String identity) {
        return relationships.isBeingForgotten(identity);
    }

    @Override
    public long now() {
        return relationships.now();
    }
}
