package io.truenorth.relationship.model;

/**
 * How a model treats a kind of touch.
 *
 * @param points advocacy points per touch, 0 if the kind is not advocacy; counted only if the kind is {@link
 *     KindMeaning#ENGAGING}
 * @param meaning how touches of this kind affect the score
 */
public record KindRule(double points, KindMeaning meaning) {

    /** An ordinary kind: counts as engagement and earns no points. */
    public static final KindRule ENGAGING = new KindRule(0, KindMeaning.ENGAGING);

    /** A kind that is not engagement, such as an opened mail or a bounce. */
    public static final KindRule PASSIVE = new KindRule(0, KindMeaning.PASSIVE);

    /** A kind by which a customer leaves, such as an unsubscribe. */
    public static final KindRule LEAVING = new KindRule(0, KindMeaning.LEAVING);

    public KindRule {
        new Checks().within(0, 1_000, "points", points).done();
    }

    /** Returns a kind that counts as engagement and earns advocacy points. */
    public static KindRule advocating(double points) {
        return new KindRule(points, KindMeaning.ENGAGING);
    }

    /** Returns whether a touch of this kind makes its day active and may raise a score. */
    public boolean isEngaging() {
        return meaning == KindMeaning.ENGAGING;
    }

    /** Returns whether the customer leaves by a touch of this kind. */
    public boolean isLeaving() {
        return meaning == KindMeaning.LEAVING;
    }
}
