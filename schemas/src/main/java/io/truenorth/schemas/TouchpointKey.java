package io.truenorth.schemas;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;

/** The key of a touchpoint's record: its strongest identity. Who writes another one costs the pipeline a detour. */
public final class TouchpointKey {
    private TouchpointKey() {}

    /**
     * The strongest identity as {@code namespace:value}.
     *
     * @throws IllegalArgumentException if the touchpoint names nobody
     */
    public static String of(Touchpoint touchpoint) {
        if (touchpoint.getIdentities().isEmpty()) {
            throw new IllegalArgumentException("identities: expected at least one, was none");
        }
        Identity strongest = touchpoint.getIdentities().get(0);
        return strongest.getNamespace() + ":" + strongest.getValue();
    }
}
