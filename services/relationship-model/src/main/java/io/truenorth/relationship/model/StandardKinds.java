package io.truenorth.relationship.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of the standard model. The bundled sources map each system's event names to these. */
final class StandardKinds {

    private static final Map<String, Integer> POINTS = Map.of(
            "referral_made", 1,
            "referral_converted", 3,
            "review_posted", 1,
            "content_shared", 1,
            "community_answer", 1,
            "testimonial_given", 3);

    private static final List<String> PASSIVE = List.of(
            "ad_viewed",
            "application_crashed",
            "application_updated",
            "automated",
            "contact_imported",
            "email_bounced",
            "email_deferred",
            "email_dropped",
            "email_opened",
            "experiment_viewed",
            "message_failed",
            "notification_bounced",
            "notification_received",
            "payment_failed",
            "refund");

    private static final List<String> LEAVING = List.of(
            "account_closed",
            "application_uninstalled",
            "cart_abandoned",
            "chargeback",
            "dispute_opened",
            "group_left",
            "opted_out",
            "order_cancelled",
            "spam_reported",
            "sponsorship_cancelled",
            "star_removed",
            "subscription_cancelled",
            "unfollowed",
            "unsubscribed");

    private StandardKinds() {}

    static Kinds kinds() {
        Map<String, KindRule> rules = new TreeMap<>();
        POINTS.forEach((kind, points) -> rules.put(kind, KindRule.advocating(points)));
        PASSIVE.forEach(kind -> rules.put(kind, KindRule.PASSIVE));
        LEAVING.forEach(kind -> rules.put(kind, KindRule.LEAVING));
        return new Kinds(rules, UnknownKinds.ENGAGE);
    }
}
