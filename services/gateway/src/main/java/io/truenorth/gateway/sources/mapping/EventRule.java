package io.truenorth.gateway.sources.mapping;

/**
 * Which elements become an event, and which.
 *
 * @param each the items that it is asked for; {@link PayloadPointer#WHOLE} for payloads as a whole
 * @param conditions when it takes one
 * @param fields what the event says
 */
record EventRule(PayloadPointer each, Conditions conditions, EventFields fields) {

    EventRule over(EventFields common) {
        return new EventRule(each, conditions, fields.over(common));
    }
}
