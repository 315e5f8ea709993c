package io.truenorth.identity.joining;

/**
 * What says that two identities are one person.
 *
 * @param source of the event or the request
 * @param eventId of the event or the request
 * @param at its time, epoch ms
 * @param byHand whether it is a request by a user: it joins what was split
 */
public record Evidence(String source, String eventId, long at, boolean byHand) {}
