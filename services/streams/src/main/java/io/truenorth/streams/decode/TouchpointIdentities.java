package io.truenorth.streams.decode;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import io.truenorth.schemas.FailureReason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the valid identities of a touchpoint, the strongest first. Placeholder values are skipped, since producers that
 * bypass the gateway are not checked there. The hash of a placeholder is not recognized: that would take the hash key, which
 * this service does not have.
 */
final class TouchpointIdentities {
    private static final int MOST = 100;

    private final Placeholders placeholders;

    TouchpointIdentities(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Returns the identities as {@code namespace:value}, each once; at least one.
     *
     * @throws RejectedFieldException if there is none, there are too many, or one that is not a placeholder is invalid
     */
    List<String> of(Touchpoint touchpoint) {
        List<Identity> identities = touchpoint.getIdentities();
        if (identities.isEmpty()) {
            throw new RejectedFieldException(
                    FailureReason.NO_IDENTITY, "identities", "expected at least one, or a reference, was none");
        }
        List<String> valid = find(touchpoint);
        if (valid.isEmpty()) {
            throw nobody(identities.get(0));
        }
        return valid;
    }

    /**
     * Returns the identities as {@link #of} does; none if there are placeholders only.
     *
     * @throws RejectedFieldException if there are too many, or one that is not a placeholder is invalid
     */
    List<String> find(Touchpoint touchpoint) {
        List<Identity> identities = touchpoint.getIdentities();
        if (identities.size() == 1) {
            return isSomebody(identities.get(0)) ? List.of(named(identities.get(0), "identities[0]")) : List.of();
        }
        if (identities.size() > MOST) {
            throw new RejectedFieldException(
                    FailureReason.TOO_MANY_IDENTITIES,
                    "identities",
                    "expected at most " + MOST + ", was " + identities.size());
        }
        Set<String> valid = new LinkedHashSet<>();
        for (int i = 0; i < identities.size(); i++) {
            if (isSomebody(identities.get(i))) {
                valid.add(named(identities.get(i), "identities[" + i + "]"));
            }
        }
        return List.copyOf(valid);
    }

    private boolean isSomebody(Identity identity) {
        return placeholders.find(identity.getNamespace(), identity.getValue()).isEmpty();
    }

    private static String named(Identity identity, String path) {
        String namespace = namespace(identity, path);
        String value = FieldTexts.identity(path + ".value", identity.getValue());
        return namespace + ":" + value;
    }

    private static String namespace(Identity identity, String path) {
        return FieldTexts.beforeColon(FailureReason.INVALID_IDENTITY, path + ".namespace", identity.getNamespace());
    }

    private RejectedFieldException nobody(Identity first) {
        namespace(first, "identities[0]");
        Optional<Placeholder> why = placeholders.find(first.getNamespace(), first.getValue());
        return first.getValue().isEmpty()
                ? new RejectedFieldException(
                        FailureReason.INVALID_IDENTITY, "identities[0].value", "expected a name, was empty")
                : new RejectedFieldException(
                        FailureReason.BLOCKED_IDENTITY,
                        "identities[0].value",
                        "expected a customer's identity in the namespace " + first.getNamespace() + ", was "
                                + why.map(Placeholder::inWords).orElse("nobody"));
    }
}
