package io.truenorth.gateway.segment;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of events by their names: the names of Segment's specifications, and common names of churn, refunds and failures. The
 * kinds are those of the standard model; a name that is not
 * here keeps its own words. {@code docs/channels.md} has the list.
 */
final class EventWords {

    private static final Map<String, String> KINDS = new HashMap<>();

    static {
        specified();
        leaving();
        moneyBack();
        failures();
    }

    private EventWords() {}

    /** The kind of an event by the words of its name, if they are known. */
    static Optional<String> kindOf(String words) {
        return Optional.ofNullable(KINDS.get(words));
    }

    /** All names that are known, as words, with their kinds. */
    static Map<String, String> all() {
        return Collections.unmodifiableMap(KINDS);
    }

    private static void specified() {
        call("purchase", "order_completed");
        call("review_posted", "product_reviewed");
        call("content_shared", "product_shared", "cart_shared");
        call("ad_viewed", "promotion_viewed", "ad_impression");
        call("notification_received", "push_notification_received", "push_notification_delivered", "push_received");
        call("email_clicked", "email_link_clicked");
        // Not an act of the customer, or none of the relationship.
        call("automated", "trial_ended", "install_attributed");
        call("automated", "segment_consent_preference_updated", "segment_consent_preference");
        call("experiment_viewed", "experiment_exposed", "experiment_exposure", "exposure", "variant_viewed");
        itself("order_updated", "checkout_started", "email_opened", "email_delivered");
        itself("live_chat_conversation_started", "live_chat_message_sent");
        itself("live_chat_message_received", "live_chat_conversation_ended");
        itself("application_installed", "application_opened", "application_backgrounded");
        itself("push_notification_tapped", "deep_link_opened", "deep_link_clicked");
    }

    private static void leaving() {
        call("unsubscribed", "unsubscribe", "email_unsubscribed", "email_unsubscribe", "newsletter_unsubscribed");
        call("unsubscribed", "sms_unsubscribed", "user_unsubscribed", "customer_unsubscribed", "list_unsubscribed");
        call("unsubscribed", "unsubscribed_from_email", "unsubscribed_from_emails", "unsubscribed_from_list");
        call("unsubscribed", "unsubscribed_from_newsletter", "email_list_unsubscribed", "marketing_unsubscribed");
        call("opted_out", "opt_out", "email_opted_out", "sms_opted_out", "sms_opt_out", "email_opt_out");
        call("opted_out", "marketing_opted_out", "consent_withdrawn", "consent_revoked", "push_notifications_disabled");
        call("spam_reported", "email_marked_as_spam", "marked_as_spam", "spam_complaint", "email_spam_complaint");
        call("spam_reported", "email_spam_reported", "reported_as_spam", "email_reported_as_spam", "email_complained");
        call("subscription_cancelled", "subscription_canceled", "cancelled_subscription", "canceled_subscription");
        call("subscription_cancelled", "subscription_ended", "subscription_expired", "subscription_cancellation");
        call("subscription_cancelled", "subscription_terminated", "subscription_deleted", "subscription_churned");
        call(
                "subscription_cancelled",
                "membership_cancelled",
                "membership_canceled",
                "plan_cancelled",
                "plan_canceled");
        call("subscription_cancelled", "trial_cancelled", "trial_canceled", "contract_cancelled", "contract_canceled");
        call("account_closed", "account_deleted", "account_cancelled", "account_canceled", "account_deactivated");
        call("account_closed", "account_terminated", "closed_account", "deleted_account", "profile_deleted");
        call("account_closed", "user_deleted", "user_deactivated", "user_churned", "customer_churned");
        call("application_uninstalled", "app_uninstalled", "uninstalled", "app_deleted", "app_removed");
        call("application_uninstalled", "extension_uninstalled", "plugin_uninstalled");
        call("order_cancelled", "order_canceled", "cancelled_order", "canceled_order", "booking_cancelled");
        call("order_cancelled", "booking_canceled", "reservation_cancelled", "reservation_canceled");
        call("cart_abandoned", "abandoned_cart", "checkout_abandoned", "abandoned_checkout");
        call("sponsorship_cancelled", "sponsorship_canceled", "sponsorship_ended");
        call("star_removed", "unstarred", "repository_unstarred");
        call("unfollowed", "unfollow", "user_unfollowed", "page_unfollowed", "brand_unfollowed");
        call("group_left", "left_group", "community_left", "left_community", "team_left", "account_removed_user");
    }

    private static void moneyBack() {
        call("refund", "order_refunded", "refunded", "refund_issued", "refund_created", "refund_completed");
        call("refund", "refund_processed", "payment_refunded", "charge_refunded", "purchase_refunded");
        call("refund", "order_partially_refunded");
        call("chargeback", "chargeback_received", "chargeback_created", "charged_back", "payment_charged_back");
        call("dispute_opened", "dispute_created", "payment_disputed", "charge_disputed");
    }

    private static void failures() {
        call("email_bounced", "email_bounce", "email_hard_bounced", "email_soft_bounced", "email_failed");
        call("email_dropped", "email_rejected", "email_suppressed");
        call("email_deferred", "email_delayed");
        call(
                "message_failed",
                "sms_failed",
                "sms_undelivered",
                "sms_bounced",
                "message_undelivered",
                "message_bounced");
        call("notification_bounced", "push_notification_bounced", "push_notification_failed", "push_bounced");
        call("notification_bounced", "push_failed", "notification_failed");
        call("payment_failed", "payment_declined", "card_declined", "charge_failed", "invoice_payment_failed");
        call("payment_failed", "payment_failure", "subscription_payment_failed", "renewal_failed");
        call("contact_imported", "contacts_imported", "user_imported", "customer_imported", "lead_imported");
        call("application_crashed", "app_crashed");
        call("application_updated", "app_updated");
    }

    private static void call(String kind, String... names) {
        KINDS.put(kind, kind);
        for (String name : names) {
            KINDS.put(name, kind);
        }
    }

    private static void itself(String... kinds) {
        for (String kind : kinds) {
            KINDS.put(kind, kind);
        }
    }
}
