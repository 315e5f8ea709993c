package io.truenorth.streams.customer;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about a customer beside the touches. Of each attribute the latest event decides (by event time, of equal
 * times the greater event id), so that the order of arrival does not matter.
 *
 * <p>Mutable, for one thread.
 */
public final class Attributes {
    private final TreeMap<String, Attribute> byName;

    /** None. */
    public Attributes() {
        this(Map.of());
    }

    Attributes(Map<String, Attribute> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /** Takes what an event says, where no later event said otherwise. */
    public void take(Map<String, String> said, long occurredAt, String eventId) {
        said.forEach((name, value) -> byName.merge(name, new Attribute(value, occurredAt, eventId), Attribute::later));
    }

    /** The value of each attribute, by name. */
    public Map<String, String> values() {
        TreeMap<String, String> values = new TreeMap<>();
        byName.forEach((name, attribute) -> values.put(name, attribute.value()));
        return values;
    }

    /** A value; empty where there is none. */
    public String value(String name) {
        Attribute attribute = byName.get(name);
        return attribute == null ? "" : attribute.value();
    }

    Map<String, Attribute> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /**
     * One attribute.
     *
     * @param value its value
     * @param occurredAt event time of the event that said so, epoch ms
     * @param eventId that event
     */
    record Attribute(String value, long occurredAt, String eventId) {
        Attribute later(Attribute other) {
            if (occurredAt != other.occurredAt) {
                return occurredAt > other.occurredAt ? this : other;
            }
            return eventId.compareTo(other.eventId) >= 0 ? this : other;
        }
    }
}
