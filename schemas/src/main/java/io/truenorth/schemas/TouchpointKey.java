package io.truenorth.schemas;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;

/**
 * The key of a touchpoint's record: its strongest identity. A record with another key is accepted, but must be re-keyed
 * through an additional topic.
 */
public final class TouchpointKey {
    private TouchpointKey() {}

    /**
     * Returns the strongest identity as {@code namespace:value}.
     *
     * @throws IllegalArgumentException if the touchpoint has no identity
     */
    public static String of(Touchpoint touchpoint) {
        if (touchpoint.getIdentities().isEmpty()) {
            throw new IllegalArgumentException("identities: expected at least one, was none");
        }
        Identity strongest = touchpoint.getIdentities().get(0);
        return strongest.getNamespace() + ":" + strongest.getValue();
    }
}
