package io.truenorth.streams.consent;

import io.truenorth.identity.joining.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consent of an identity on its way to the identity's customer.
 *
 * @param said what is said, at most once for each purpose
 * @param comesWithIdentity whether it comes from another customer, together with the identity: no withdrawal by the person,
 *     because of which anything is removed
 * @param requestedBy who asked for it, if it is a request, which is answered by a receipt; null otherwise
 */
public record ConsentContent(
        List<SetConsent> said,
        boolean comesWithIdentity,
        @Nullable String requestedBy) implements Content {
    /** Copies the list. */
    public ConsentContent {
        said = List.copyOf(said);
    }

    /** Returns what an event said that came under another identity, or what is known from an import. */
    public static ConsentContent ofEvent(List<SetConsent> said) {
        return new ConsentContent(said, false, null);
    }

    /** Returns what a request says. */
    public static ConsentContent ofRequest(List<SetConsent> said, String requestedBy) {
        return new ConsentContent(said, false, requestedBy);
    }

    /** Returns what is known of an identity that leaves a customer. */
    public static ConsentContent ofIdentity(List<SetConsent> known) {
        return new ConsentContent(known, true, null);
    }

    /** Returns whether an event said it, or an import: no request, and not what a customer knew of an identity. */
    public boolean isOfEvent() {
        return requestedBy == null && !comesWithIdentity;
    }

    /** Returns a part of what is said, as said by the person where it comes to. */
    public ConsentContent saying(List<SetConsent> part) {
        return new ConsentContent(part, false, requestedBy);
    }
}
