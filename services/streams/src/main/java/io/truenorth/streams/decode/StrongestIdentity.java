package io.truenorth.streams.decode;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import io.truenorth.schemas.FailureReason;
import java.util.List;
import java.util.Optional;

/**
 * Finds the strongest valid identity of a touchpoint. Placeholder values are skipped, since producers that bypass the
 * gateway are not checked there. The hash of a placeholder is not recognized: that would take the hash key, which this
 * service does not have.
 */
final class StrongestIdentity {
    private final Placeholders placeholders;

    StrongestIdentity(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Returns the identity as {@code namespace:value}.
     *
     * @throws RejectedFieldException if there is none, or the first that is not a placeholder is invalid
     */
    String strongest(Touchpoint touchpoint) {
        List<Identity> identities = touchpoint.getIdentities();
        if (identities.isEmpty()) {
            throw new RejectedFieldException(
                    FailureReason.NO_IDENTITY, "identities", "expected at least one, was none");
        }
        for (int i = 0; i < identities.size(); i++) {
            Identity identity = identities.get(i);
            if (placeholders.find(identity.getNamespace(), identity.getValue()).isEmpty()) {
                return named(identity, "identities[" + i + "]");
            }
        }
        throw nobody(identities.get(0));
    }

    private static String named(Identity identity, String path) {
        String namespace = namespace(identity, path);
        String value = FieldTexts.identity(path + ".value", identity.getValue());
        return namespace + ":" + value;
    }

    private static String namespace(Identity identity, String path) {
        String namespace = FieldTexts.identity(path + ".namespace", identity.getNamespace());
        if (namespace.isEmpty() || namespace.indexOf(':') >= 0) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_IDENTITY,
                    path + ".namespace",
                    "expected a name without a colon, was " + (namespace.isEmpty() ? "empty" : "one with a colon"));
        }
        return namespace;
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
