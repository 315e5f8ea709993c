package io.truenorth.relationship.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of touch of a model.
 *
 * @param rules by kind; iterated in the order of the names
 * @param unknown the treatment of kinds that are not listed
 */
public record Kinds(Map<String, KindRule> rules, UnknownKinds unknown) {

    public Kinds {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        new Checks()
                .that(!rules.containsKey(""), "rules", "expected kinds with a name, one is empty")
                .done();
    }

    /** Returns the rule of a kind; {@link KindRule#ENGAGING} if it is not listed. */
    public KindRule of(String kind) {
        return rules.getOrDefault(kind, KindRule.ENGAGING);
    }

    /** Returns whether touches of this kind are accepted. */
    public boolean accepts(String kind) {
        return unknown == UnknownKinds.ENGAGE || rules.containsKey(kind);
    }
}
