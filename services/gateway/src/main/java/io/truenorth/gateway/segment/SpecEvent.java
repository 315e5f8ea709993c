package io.truenorth.gateway.segment;

import static io.truenorth.gateway.segment.SpecEvent.Revenue.NONE;
import static io.truenorth.gateway.segment.SpecEvent.Revenue.PAID;
import static io.truenorth.gateway.segment.SpecEvent.Revenue.REFUNDED;
import static io.truenorth.gateway.segment.SpecEvent.Revenue.STATED;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meaning of an event of Segment's specifications (e-commerce, email, live chat, mobile, B2B), and of events whose names denote
 * churn, refunds or failures ({@link EventWords}).
 *
 * @param kind the kind, by the standard model; empty if the kind is derived from the name
 * @param channel the channel; empty for that of the device or the source
 * @param direction {@code in} or {@code out}
 * @param sentiment −1 for negative feedback, otherwise 0
 * @param revenue which money it states is its own
 */
record SpecEvent(String kind, Optional<String> channel, String direction, int sentiment, Revenue revenue) {

    /** Which property is money that was earned or given back by the event itself, rather than the price of a thing. */
    enum Revenue {
        /** None: an updated order states the money of its completion again. */
        NONE,
        /** {@code revenue}, which the specification reserves for money that the event earned. */
        STATED,
        /** {@code revenue}, {@code total} or {@code value}. */
        PAID,
        /** The same, given back; the amount is required. */
        REFUNDED
    }

    private static final String IN = "in";
    private static final String OUT = "out";
    private static final Map<String, SpecEvent> BY_KIND = new HashMap<>();

    static {
        put(new SpecEvent("purchase", Optional.empty(), IN, 0, PAID));
        put(new SpecEvent("refund", Optional.empty(), OUT, 0, REFUNDED));
        put(new SpecEvent("chargeback", Optional.empty(), IN, 0, REFUNDED));
        put(new SpecEvent("spam_reported", Optional.of("email"), IN, -1, NONE));

        anywhere(IN, "review_posted", "content_shared", "ad_viewed", "order_updated", "checkout_started");
        anywhere(IN, "unsubscribed", "opted_out", "subscription_cancelled", "account_closed", "order_cancelled");
        anywhere(
                IN,
                "cart_abandoned",
                "dispute_opened",
                "sponsorship_cancelled",
                "star_removed",
                "unfollowed",
                "group_left");
        anywhere(OUT, "payment_failed", "message_failed", "contact_imported", "experiment_viewed", "automated");
        on("email", IN, "email_opened", "email_clicked");
        on("email", OUT, "email_delivered", "email_bounced", "email_dropped", "email_deferred");
        on("support", IN, "live_chat_conversation_started", "live_chat_message_sent");
        on("support", OUT, "live_chat_message_received", "live_chat_conversation_ended");
        on("app", IN, "application_installed", "application_opened", "application_backgrounded");
        on("app", IN, "push_notification_tapped", "deep_link_opened", "deep_link_clicked", "application_uninstalled");
        on("app", OUT, "notification_received", "notification_bounced", "application_updated", "application_crashed");
    }

    /**
     * The event of a specification; any other is something that the customer did.
     *
     * @param words the name in lower-case words
     */
    static SpecEvent of(String words) {
        return EventWords.kindOf(words)
                .map(SpecEvent::ofKind)
                .map(event -> event.channel.isEmpty() && isAboutMail(words) ? event.on("email") : event)
                .orElseGet(() -> new SpecEvent("", Optional.empty(), IN, 0, STATED));
    }

    private static boolean isAboutMail(String words) {
        return words.equals("unsubscribed") || words.contains("email") || words.contains("newsletter");
    }

    /** All kinds that a specified event has. */
    static Set<String> kinds() {
        return new TreeSet<>(BY_KIND.keySet());
    }

    /** Whether a specification defines it. */
    boolean isSpecified() {
        return !kind.isEmpty();
    }

    /** The same with another kind; a kind of the specifications has the same meaning under every name. */
    SpecEvent as(String other) {
        SpecEvent known = BY_KIND.get(other);
        return known == null || isSpecified() && other.equals(kind)
                ? new SpecEvent(other, channel, direction, sentiment, revenue)
                : known.channel.isPresent() || channel.isEmpty() ? known : known.on(channel.get());
    }

    private SpecEvent on(String ofChannel) {
        return new SpecEvent(kind, Optional.of(ofChannel), direction, sentiment, revenue);
    }

    private static SpecEvent ofKind(String kind) {
        SpecEvent known = BY_KIND.get(kind);
        if (known == null) {
            throw new AssertionError("a kind without a meaning: " + kind);
        }
        return known;
    }

    private static void anywhere(String direction, String... kinds) {
        for (String kind : kinds) {
            put(new SpecEvent(kind, Optional.empty(), direction, 0, NONE));
        }
    }

    private static void on(String channel, String direction, String... kinds) {
        for (String kind : kinds) {
            put(new SpecEvent(kind, Optional.of(channel), direction, 0, NONE));
        }
    }

    private static void put(SpecEvent event) {
        BY_KIND.put(event.kind, event);
    }
}
