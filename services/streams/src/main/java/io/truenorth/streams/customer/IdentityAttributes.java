package io.truenorth.streams.customer;

import io.truenorth.streams.customer.Attributes.Attribute;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attributes of a customer, kept by the identity under which they came, so that they survive a join and a split. The
 * customer's value of each is the latest of all identities.
 *
 * <p>Mutable; not thread-safe.
 */
public final class IdentityAttributes {
    private final SortedMap<String, Attributes> byIdentity = new TreeMap<>();

    /** Creates an empty set of attributes. */
    public IdentityAttributes() {}

    /**
     * Applies the attributes of an event of an identity, except those set by a later event.
     *
     * @return whether a value has changed
     */
    public boolean take(String identity, Map<String, String> said, long occurredAt, String eventId) {
        return !said.isEmpty()
                && byIdentity
                        .computeIfAbsent(identity, first -> new Attributes())
                        .take(said, occurredAt, eventId);
    }

    /** Sets those of an identity, as stored. */
    void put(String identity, Attributes attributes) {
        byIdentity.put(identity, attributes);
    }

    /** Removes and returns those of an identity. */
    Attributes remove(String identity) {
        Attributes removed = byIdentity.remove(identity);
        return removed == null ? new Attributes() : removed;
    }

    /** Removes those of all identities. */
    void clear() {
        byIdentity.clear();
    }

    /** Returns the value of each attribute, by name. */
    public Map<String, String> values() {
        if (byIdentity.size() == 1) {
            return byIdentity.values().iterator().next().values();
        }
        TreeMap<String, Attribute> latest = new TreeMap<>();
        byIdentity
                .values()
                .forEach(attributes -> attributes
                        .byName()
                        .forEach((name, attribute) -> latest.merge(name, attribute, Attribute::later)));
        TreeMap<String, String> values = new TreeMap<>();
        latest.forEach((name, attribute) -> values.put(name, attribute.value()));
        return values;
    }

    /** Returns the value of an attribute; empty if it is not set. */
    public String value(String name) {
        Attribute latest = null;
        for (Attributes attributes : byIdentity.values()) {
            Attribute attribute = attributes.byName().get(name);
            if (attribute != null) {
                latest = latest == null ? attribute : latest.later(attribute);
            }
        }
        return latest == null ? "" : latest.value();
    }

    /** Returns the attributes of each identity. */
    SortedMap<String, Attributes> byIdentity() {
        return Collections.unmodifiableSortedMap(byIdentity);
    }

    /** Returns the approximate heap size, in bytes. */
    long heapBytes() {
        long bytes = 0;
        for (Attributes attributes : byIdentity.values()) {
            bytes += attributes.heapBytes();
        }
        return bytes;
    }
}
