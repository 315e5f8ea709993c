package io.truenorth.gateway.sources.mapping;

/**
 * Which elements are left out on purpose.
 *
 * @param each the items that it is asked for; {@link PayloadPointer#WHOLE} for payloads as a whole
 * @param conditions when it takes one
 * @param because why
 */
record IgnoreRule(PayloadPointer each, Conditions conditions, String because) {}
