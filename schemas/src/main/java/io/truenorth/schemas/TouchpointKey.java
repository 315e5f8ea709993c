package io.truenorth.schemas;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;

/**
 * The key of a touchpoint's record: its strongest identity, or its first reference if it has no identity. A record with
 * another key is accepted, but must be re-keyed through an additional topic.
 */
public final class TouchpointKey {
    private TouchpointKey() {}

    /**
     * Returns the strongest identity as {@code namespace:value}, or the first reference as {@code type:id}.
     *
     * @throws IllegalArgumentException if the touchpoint has neither
     */
    public static String of(Touchpoint touchpoint) {
        if (!touchpoint.getIdentities().isEmpty()) {
            Identity strongest = touchpoint.getIdentities().get(0);
            return strongest.getNamespace() + ":" + strongest.getValue();
        }
        if (!touchpoint.getReferences().isEmpty()) {
            Reference first = touchpoint.getReferences().get(0);
            return first.getType() + ":" + first.getId();
        }
        throw new IllegalArgumentException("identities: expected at least one, or a reference, was none");
    }
}
