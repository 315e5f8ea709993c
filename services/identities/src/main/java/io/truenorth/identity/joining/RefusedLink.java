package io.truenorth.identity.joining;

/**
 * A link because of which two customers did not join.
 *
 * @param link the link
 * @param evidence of the link
 * @param reason why they did not join
 */
public record RefusedLink(IdentityPair link, Evidence evidence, RefusalReason reason) {
    /** Records the evidence. */
    public RefusedLink {
        evidence = evidence.recorded();
    }
}
