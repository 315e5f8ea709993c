package io.truenorth.relationship.model;

/**
 * Whether both sides speak: {@code 2·min(E, O) / (E + O + k)} over the decayed active channel-days of the customer (E)
 * and of the brand (O).
 *
 * @param weight share of the score before renormalisation; 0 leaves the dimension out
 * @param halfLife in milliseconds
 * @param k what keeps a single pair of days from counting fully
 */
public record Reciprocity(double weight, long halfLife, double k) {

    public Reciprocity {
        new Checks()
                .weight(weight)
                .halfLife("halfLife", halfLife)
                .positive("k", k)
                .done();
    }
}
