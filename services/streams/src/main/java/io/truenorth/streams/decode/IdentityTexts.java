package io.truenorth.streams.decode;

import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import io.truenorth.schemas.FailureReason;
import java.util.Optional;

/** Checks on identities that are written as {@code namespace:value}, in requests and exports. */
final class IdentityTexts {
    private IdentityTexts() {}

    /**
     * Checks that a text is the identity of somebody.
     *
     * @throws RejectedFieldException with the path of the field, if it is not
     */
    static void requireSomebody(String path, String text, Placeholders placeholders) {
        requireIdentity(path, text);
        Optional<Placeholder> nobody = placeholder(text, placeholders);
        if (nobody.isPresent()) {
            throw new RejectedFieldException(
                    FailureReason.BLOCKED_IDENTITY,
                    path,
                    "expected the identity of a customer, was " + nobody.get().inWords());
        }
    }

    /** Returns whether the value of an identity is nobody. */
    static boolean isNobody(String identity, Placeholders placeholders) {
        return placeholder(identity, placeholders).isPresent();
    }

    private static Optional<Placeholder> placeholder(String identity, Placeholders placeholders) {
        int colon = identity.indexOf(':');
        return placeholders.find(identity.substring(0, colon), identity.substring(colon + 1));
    }

    /**
     * Checks that a text is an identity.
     *
     * @throws RejectedFieldException with the path of the field, if it is not
     */
    static void requireIdentity(String path, String text) {
        int colon = FieldTexts.identity(path, text).indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_IDENTITY, path, "expected namespace:value, was " + text);
        }
    }
}
