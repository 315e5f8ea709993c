package io.truenorth.relationship.model;

/**
 * What a model says of a kind of touch.
 *
 * @param points advocacy points of one touch, 0 where the kind is no advocacy; they count only where the kind is
 *     {@link KindMeaning#ENGAGING}
 * @param meaning whether a touch of this kind is engagement
 */
public record KindRule(double points, KindMeaning meaning) {

    /** An ordinary kind: it is engagement and earns no points. */
    public static final KindRule ENGAGING = new KindRule(0, KindMeaning.ENGAGING);

    /** A kind that is no engagement, such as an opened mail or a bounce. */
    public static final KindRule PASSIVE = new KindRule(0, KindMeaning.PASSIVE);

    /** A kind by which a customer leaves, such as an unsubscribe. */
    public static final KindRule LEAVING = new KindRule(0, KindMeaning.LEAVING);

    public KindRule {
        new Checks().within(0, 1_000, "points", points).done();
    }

    /** A kind that is engagement and earns advocacy points. */
    public static KindRule advocating(double points) {
        return new KindRule(points, KindMeaning.ENGAGING);
    }

    /** Whether a touch of this kind makes its day active, and may raise a score. */
    public boolean isEngaging() {
        return meaning == KindMeaning.ENGAGING;
    }

    /** Whether the customer leaves by a touch of this kind. */
    public boolean isLeaving() {
        return meaning == KindMeaning.LEAVING;
    }
}
