package io.truenorth.relationship.model;

/**
 * What a model says of a kind of touch.
 *
 * @param points advocacy points of one touch, 0 where the kind is no advocacy
 * @param passive whether a touch of this kind leaves the customer inactive: an opened mail, a seen advertisement
 */
public record KindRule(double points, boolean passive) {

    /** An ordinary kind: it is engagement and earns no points. */
    public static final KindRule ENGAGING = new KindRule(0, false);

    public KindRule {
        new Checks().within(0, 1_000, "points", points).done();
    }
}
