package io.truenorth.streams.decode;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import io.truenorth.schemas.FailureReason;
import java.util.List;
import java.util.Optional;

/**
 * Finds whose a touchpoint is: the first identity that is somebody. Values that are nobody are passed over, as who writes to
 * the topic directly has not been asked by the gateway. The hash of one is a value as any other: only who has the key could
 * tell, and it is not given to a service that has no need to know who people are.
 */
final class StrongestIdentity {
    private final Placeholders placeholders;

    StrongestIdentity(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * The identity as {@code namespace:value}.
     *
     * @throws RejectedFieldException if there is none, or the first that is somebody cannot be taken
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
                        "expected the name of somebody in the namespace " + first.getNamespace() + ", was "
                                + why.map(Placeholder::inWords).orElse("nobody"));
    }
}
