package io.truenorth.streams.customer;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes of a customer. The latest event determines each attribute (by event time, ties by the greater event
 * id, then by the greater value), so that the order of arrival does not matter. An event that is not counted, such as one
 * that was retracted before it arrived, says as much of a customer as others.
 *
 * <p>Mutable; not thread-safe.
 */
public final class Attributes {
    /** A place in the map, a value and an event id; names are few and shared. */
    private static final long HEAP_BYTES_EACH = 250;

    private final TreeMap<String, Attribute> byName;

    /** Creates an empty set of attributes. */
    public Attributes() {
        this(Map.of());
    }

    Attributes(Map<String, Attribute> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /**
     * Applies the attributes of an event, except those set by a later event.
     *
     * @return whether a value has changed
     */
    public boolean take(Map<String, String> said, long occurredAt, String eventId) {
        boolean changed = false;
        for (Map.Entry<String, String> each : said.entrySet()) {
            Attribute now = new Attribute(each.getValue(), occurredAt, eventId);
            Attribute before = byName.get(each.getKey());
            Attribute latest = before == null ? now : before.later(now);
            byName.put(each.getKey(), latest);
            changed |= before == null || !before.value().equals(latest.value());
        }
        return changed;
    }

    /** Returns the value of each attribute, by name. */
    public Map<String, String> values() {
        TreeMap<String, String> values = new TreeMap<>();
        byName.forEach((name, attribute) -> values.put(name, attribute.value()));
        return values;
    }

    /** Returns the value of an attribute; empty if it is not set. */
    public String value(String name) {
        Attribute attribute = byName.get(name);
        return attribute == null ? "" : attribute.value();
    }

    /** Returns the approximate heap size, in bytes. */
    long heapBytes() {
        return HEAP_BYTES_EACH * byName.size();
    }

    Map<String, Attribute> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /**
     * One attribute.
     *
     * @param value its value
     * @param occurredAt event time of the event that set it, epoch ms
     * @param eventId the id of that event
     */
    record Attribute(String value, long occurredAt, String eventId) {
        Attribute later(Attribute other) {
            if (occurredAt != other.occurredAt) {
                return occurredAt > other.occurredAt ? this : other;
            }
            int byEvent = eventId.compareTo(other.eventId);
            if (byEvent != 0) {
                return byEvent > 0 ? this : other;
            }
            return value.compareTo(other.value) >= 0 ? this : other;
        }
    }
}
