package io.truenorth.documents.history;

import java.util.Optional;

/**
 * What the lines of a file are, by the names of its columns.
 *
 * @param channel where it happened
 * @param kind what happened
 * @param direction who acted: {@code in} or {@code out}
 */
record SuggestedEvent(String channel, String kind, String direction) {

    /** The event; empty if the names do not tell. */
    static Optional<SuggestedEvent> of(SuggestedColumns columns, boolean money) {
        if (columns.has("star rating|.*\\bstars\\b.*|review.*")) {
            return in("review", "review_posted");
        }
        if (columns.has("requester.*|assignee.*|.*ticket (id|number|type)|conversation.*")
                && !columns.has("attendee.*")) {
            return in("support", "ticket_opened");
        }
        if (columns.has("attendee.*|event name")) {
            return in("event", "ticket_bought");
        }
        if (columns.has(".*recommend.*|.*satisfied.*|response id|submit date.*|q1|.*\\bnps\\b.*")) {
            return in("survey", "survey_answered");
        }
        if (columns.has("optin.*|confirm time|.*subscribed.*")) {
            return in("email", "subscribed");
        }
        if (money) {
            return in(columns.has(".*(iban|buchungstag).*") ? "bank" : "store", "purchase");
        }
        if (columns.has("lifecycle.*|lead.*|contact owner")) {
            return Optional.of(new SuggestedEvent("crm", "contact_imported", "out"));
        }
        return Optional.empty();
    }

    private static Optional<SuggestedEvent> in(String channel, String kind) {
        return Optional.of(new SuggestedEvent(channel, kind, "in"));
    }
}
