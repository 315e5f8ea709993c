package io.truenorth.gateway.segment;

import static io.truenorth.gateway.segment.SpecEvent.Revenue.NONE;
import static io.truenorth.gateway.segment.SpecEvent.Revenue.PAID;
import static io.truenorth.gateway.segment.SpecEvent.Revenue.REFUNDED;
import static io.truenorth.gateway.segment.SpecEvent.Revenue.STATED;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event of Segment's specifications (e-commerce, email, live chat, mobile, B2B) means to us, where the words of its name
 * do not say so already.
 *
 * @param kind the kind, one of the standard model's where that has one; empty for what its own words say
 * @param channel the channel; empty for that of the device or the source
 * @param direction {@code in} or {@code out}
 * @param sentiment −1 where it speaks against us, otherwise 0
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
        /** The same, given back. */
        REFUNDED
    }

    private static final String IN = "in";
    private static final String OUT = "out";
    private static final Map<String, SpecEvent> BY_WORDS = new HashMap<>();

    static {
        put("order_completed", new SpecEvent("purchase", Optional.empty(), IN, 0, PAID));
        put("order_refunded", new SpecEvent("refund", Optional.empty(), OUT, 0, REFUNDED));
        put("product_reviewed", unpaid("review_posted", Optional.empty(), IN));
        put("product_shared", unpaid("content_shared", Optional.empty(), IN));
        put("cart_shared", unpaid("content_shared", Optional.empty(), IN));
        put("promotion_viewed", unpaid("ad_viewed", Optional.empty(), IN));
        put("push_notification_received", unpaid("notification_received", Optional.of("app"), OUT));
        put("email_marked_as_spam", new SpecEvent("email_marked_as_spam", Optional.of("email"), IN, -1, NONE));

        anywhere(IN, "order_updated", "order_cancelled", "checkout_started");
        anywhere(OUT, "trial_ended", "experiment_viewed");
        on("email", IN, "email_opened", "email_link_clicked", "unsubscribed");
        on("email", OUT, "email_delivered", "email_bounced");
        on("support", IN, "live_chat_conversation_started", "live_chat_message_sent");
        on("support", OUT, "live_chat_message_received", "live_chat_conversation_ended");
        on("app", IN, "application_installed", "application_opened", "application_backgrounded");
        on("app", IN, "push_notification_tapped", "deep_link_opened", "deep_link_clicked");
        on("app", OUT, "push_notification_bounced", "install_attributed");
        on("app", OUT, "application_updated", "application_crashed", "application_uninstalled");
    }

    /**
     * The event of a specification; any other is something that the customer did.
     *
     * @param words the name in lower-case words
     */
    static SpecEvent of(String words) {
        SpecEvent known = BY_WORDS.get(words);
        return known == null ? new SpecEvent("", Optional.empty(), IN, 0, STATED) : known;
    }

    /** Whether a specification says what it means. */
    boolean isSpecified() {
        return !kind.isEmpty();
    }

    private static void anywhere(String direction, String... words) {
        for (String event : words) {
            put(event, unpaid(event, Optional.empty(), direction));
        }
    }

    private static void on(String channel, String direction, String... words) {
        for (String event : words) {
            put(event, unpaid(event, Optional.of(channel), direction));
        }
    }

    private static SpecEvent unpaid(String kind, Optional<String> channel, String direction) {
        return new SpecEvent(kind, channel, direction, 0, NONE);
    }

    private static void put(String words, SpecEvent event) {
        BY_WORDS.put(words, event);
    }
}
