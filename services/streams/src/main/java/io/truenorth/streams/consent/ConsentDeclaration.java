package io.truenorth.streams.consent;

/**
 * What a deployment declares about consent.
 *
 * @param scoring whether customers are scored who have said nothing of it
 * @param activation whether scores of customers may be used who have said nothing of it
 * @param keepsLedgers whether what is stored of a customer is kept after a withdrawal of consent to scoring, without being
 *     scored; otherwise it is removed
 */
public record ConsentDeclaration(boolean scoring, boolean activation, boolean keepsLedgers) {

    /** Returns the standard declaration: whoever has said nothing is scored, no score is used, nothing is kept. */
    public static ConsentDeclaration standard() {
        return new ConsentDeclaration(true, false, false);
    }

    /** Returns whether a customer's events may be scored, or the score used. */
    public boolean allows(Purpose purpose, IdentityConsents consents) {
        return consents.strictest(purpose).orElse(purpose == Purpose.SCORING ? scoring : activation);
    }
}
