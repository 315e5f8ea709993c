package io.truenorth.gateway.sources.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.sources.WebhookTranslation;
import io.truenorth.schemas.FailureReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the payload of a shipped source to the touchpoint, with all that the gateway knows of machines and of money. */
class ShippedTouchpointsTest {

    private static final String GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1)";
    private static final String SAFARI = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "mailgun    | {'event-data': {'event': 'clicked', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'client-info': {'bot': 'gmail', 'user-agent': 'SAFARI'}}}",
                "mailgun    | {'event-data': {'event': 'clicked', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'client-info': {'bot': '', 'client-type': 'robot', 'user-agent': 'SAFARI'}}}",
                "mailgun    | {'event-data': {'event': 'clicked', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'client-info': {'user-agent': 'GOOGLEBOT'}}}",
                "sendgrid   | [{'event': 'click', 'sg_event_id': 'g', 'timestamp': 1767225600, 'email': 'g@example.org', 'useragent': 'GOOGLEBOT'}]",
                "sendgrid   | [{'event': 'open', 'sg_event_id': 'g', 'timestamp': 1767225600, 'email': 'g@example.org', 'useragent': 'SAFARI', 'sg_machine_open': true}]",
                "postmark   | {'RecordType': 'Click', 'MessageID': 'm', 'Recipient': 'g@example.org', 'ReceivedAt': '2026-01-02T03:05:05Z', 'UserAgent': 'GOOGLEBOT'}",
                "postmark   | {'RecordType': 'Click', 'MessageID': 'm', 'Recipient': 'g@example.org', 'ReceivedAt': '2026-01-02T03:05:05Z', 'UserAgent': 'SAFARI', 'Client': {'Name': 'Googlebot'}}",
                "amazon-ses | {'eventType': 'Open', 'mail': {'messageId': 'm', 'destination': ['g@example.org']}, 'open': {'timestamp': '2026-01-02T06:00:00.000Z', 'userAgent': 'GOOGLEBOT'}}",
                "segment-webhook | {'type': 'page', 'messageId': 'm', 'userId': 'u', 'timestamp': '2026-01-02T03:05:05Z', 'context': {'userAgent': 'GOOGLEBOT'}}",
            })
    void whatAMachineDidIsAutomated(String source, String payload) {
        assertThat(touchpoint(source, payload).getKind()).isEqualTo("automated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "mailgun  | email_clicked | {'event-data': {'event': 'clicked', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'client-info': {'bot': '', 'client-type': 'browser', 'client-name': 'unknown', 'user-agent': 'SAFARI'}}}",
                "mailgun  | unsubscribed  | {'event-data': {'event': 'unsubscribed', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'client-info': {'bot': 'gmail'}}}",
                "sendgrid | email_opened  | [{'event': 'open', 'sg_event_id': 'g', 'timestamp': 1767225600, 'email': 'g@example.org', 'useragent': 'SAFARI', 'sg_machine_open': false}]",
            })
    void whatAPersonDidIsNot(String source, String kind, String payload) {
        assertThat(touchpoint(source, payload).getKind()).isEqualTo(kind);
    }

    /** By the same text the streams service recognizes a click that follows its delivery too fast. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "mailgun    | email_delivered | {'event-data': {'event': 'delivered', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'message': {'headers': {'message-id': 'm'}}}}",
                "mailgun    | email_clicked   | {'event-data': {'event': 'clicked', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'message': {'headers': {'message-id': 'm'}}}}",
                "mailgun    | unsubscribed    | {'event-data': {'event': 'unsubscribed', 'id': 'b', 'timestamp': 1767225600, 'recipient': 'b@example.org', 'message': {'headers': {'message-id': 'm'}}}}",
                "sendgrid   | email_delivered | [{'event': 'delivered', 'sg_event_id': 'g', 'timestamp': 1767225600, 'email': 'g@example.org', 'sg_message_id': 'm'}]",
                "sendgrid   | email_clicked   | [{'event': 'click', 'sg_event_id': 'g', 'timestamp': 1767225600, 'email': 'g@example.org', 'sg_message_id': 'm'}]",
                "sendgrid   | unsubscribed    | [{'event': 'group_unsubscribe', 'sg_event_id': 'g', 'timestamp': 1767225600, 'email': 'g@example.org', 'sg_message_id': 'm'}]",
                "postmark   | email_delivered | {'RecordType': 'Delivery', 'MessageID': 'm', 'Recipient': 'g@example.org', 'DeliveredAt': '2026-01-02T03:05:05Z'}",
                "postmark   | email_clicked   | {'RecordType': 'Click', 'MessageID': 'm', 'Recipient': 'g@example.org', 'ReceivedAt': '2026-01-02T03:05:05Z'}",
                "postmark   | unsubscribed    | {'RecordType': 'SubscriptionChange', 'MessageID': 'm', 'Recipient': 'g@example.org', 'ChangedAt': '2026-01-02T03:05:05Z', 'SuppressSending': true}",
                "amazon-ses | email_delivered | {'eventType': 'Delivery', 'mail': {'messageId': 'm'}, 'delivery': {'timestamp': '2026-01-02T06:00:00.000Z', 'recipients': ['g@example.org']}}",
                "amazon-ses | email_clicked   | {'eventType': 'Click', 'mail': {'messageId': 'm', 'destination': ['g@example.org']}, 'click': {'timestamp': '2026-01-02T06:00:00.000Z', 'link': 'x'}}",
                "amazon-ses | unsubscribed    | {'eventType': 'Subscription', 'mail': {'messageId': 'm', 'destination': ['g@example.org']}, 'subscription': {'timestamp': '2026-01-02T06:00:00.000Z', 'newTopicPreferences': {'unsubscribeAll': true}}}",
                "segment-webhook | email_clicked | {'type': 'track', 'event': 'Email Link Clicked', 'messageId': 'k', 'userId': 'u', 'timestamp': '2026-01-02T03:05:05Z', 'properties': {'email_id': 'm'}}",
                "segment-webhook | unsubscribed  | {'type': 'track', 'event': 'Unsubscribed', 'messageId': 'k', 'userId': 'u', 'timestamp': '2026-01-02T03:05:05Z', 'properties': {'email_id': 'm'}}",
            })
    void deliveriesClicksAndUnsubscribesTellTheirMessage(String source, String kind, String payload) {
        Touchpoint touchpoint = touchpoint(source, payload);

        assertThat(touchpoint.getKind()).isEqualTo(kind);
        assertThat(touchpoint.getContext()).containsEntry("message", "m");
    }

    @Test
    void moneyThatWentBackToSomebodyUnknownIsKeptAsSuch() {
        String refund = "{\"id\": 2, \"created_at\": \"2026-01-02T03:04:05Z\", \"transactions\":"
                + " [{\"amount\": \"100.00\", \"currency\": \"EUR\", \"kind\": \"refund\"}]}";

        FailedEvent failure = shipped("shopify").failure(refund, Map.of("x-shopify-topic", "refunds/create"));

        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_CUSTOMER);
        assertThat(failure.message()).endsWith("found none");
        assertThat(failure.original()).isEqualTo(refund);
        assertThat(failure.headers()).containsEntry("x-shopify-topic", "refunds/create");
    }

    private static Touchpoint touchpoint(String source, String payload) {
        String json = payload.replace('\'', '"').replace("GOOGLEBOT", GOOGLEBOT).replace("SAFARI", SAFARI);
        return shipped(source).touchpoint(json, Map.of());
    }

    private static TranslationUnderTest shipped(String source) {
        return new TranslationUnderTest(new WebhookTranslation(SourceDocument.shipped(source)
                .orElseThrow()
                .webhook()
                .orElseThrow()
                .mapping()));
    }
}
