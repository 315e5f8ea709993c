package io.truenorth.relationship.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of touch a model knows.
 *
 * @param rules by kind; iterated in the order of the names
 * @param unknown what becomes of the others
 */
public record Kinds(Map<String, KindRule> rules, UnknownKinds unknown) {

    public Kinds {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        new Checks()
                .that(!rules.containsKey(""), "rules", "expected kinds with a name, one is empty")
                .done();
    }

    /** The rule of a kind; {@link KindRule#ENGAGING} where it is not listed. */
    public KindRule of(String kind) {
        return rules.getOrDefault(kind, KindRule.ENGAGING);
    }

    /** Whether a touch of this kind is taken at all. */
    public boolean accepts(String kind) {
        return unknown == UnknownKinds.ENGAGE || rules.containsKey(kind);
    }
}
