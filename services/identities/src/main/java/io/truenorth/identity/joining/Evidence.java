package io.truenorth.identity.joining;

/**
 * What says that two identities are one person.
 *
 * @param source of the event or the request
 * @param eventId of the event or the request
 * @param at its time, epoch ms
 * @param byHand whether it is a request by a user
 * @param isRequest whether it is such a request on its way, which joins what was split; not once it is recorded
 */
public record Evidence(String source, String eventId, long at, boolean byHand, boolean isRequest) {
    /** Creates recorded evidence, or that of an event. */
    public Evidence(String source, String eventId, long at, boolean byHand) {
        this(source, eventId, at, byHand, false);
    }

    /** Returns this as a request that is to be executed. */
    Evidence asRequest() {
        return new Evidence(source, eventId, at, byHand, true);
    }

    /** Returns this as it is recorded: when it is looked at again, it does not join what was split since. */
    Evidence recorded() {
        return isRequest ? new Evidence(source, eventId, at, byHand, false) : this;
    }

    int length() {
        return source.length() + eventId.length();
    }
}
