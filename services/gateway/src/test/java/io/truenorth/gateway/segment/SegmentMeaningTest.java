package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.schemas.FailureReason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events say that somebody left, judged, was given money back, or was no person; whatever they are called. */
class SegmentMeaningTest {

    private static final Map<String, String> ALONE = Map.of();

    private final TranslationUnderTest translation = new TranslationUnderTest(new SegmentTranslation(
            "store",
            new KindNames(Map.of("Order Cancelled", "order_changed", "Money Sent Home", "refund")),
            Optional.empty(),
            ConsentCategories.usual()));

    @ParameterizedTest
    @CsvSource({
        "Email Delivered,    \"email_id\": \"e-1\"",
        "Email Link Clicked, \"email_id\": \"e-1\"",
        "Unsubscribed,       \"emailId\": \"e-1\"",
        "Email Link Clicked, \"message_id\": \"e-1\"",
    })
    void whatConcernsAMessageTellsIt(String name, String property) {
        assertThat(tracked(name, "{" + property + "}").getContext()).containsEntry("message", "e-1");
    }

    @ParameterizedTest
    @CsvSource({
        "Unsubscribed,               email, unsubscribed,            IN",
        "Email Unsubscribed,         email, unsubscribed,            IN",
        "Email Marked as Spam,       email, spam_reported,           IN",
        "Spam Complaint,             email, spam_reported,           IN",
        "Subscription Canceled,      store, subscription_cancelled,  IN",
        "subscriptionCancelled,      store, subscription_cancelled,  IN",
        "Account Deleted,            store, account_closed,          IN",
        "Account Removed User,       store, group_left,              IN",
        "Order Canceled,             store, order_cancelled,         IN",
        "Application Uninstalled,    app,   application_uninstalled, IN",
        "Cart Abandoned,             store, cart_abandoned,          IN",
        "Email Bounced,              email, email_bounced,           OUT",
        "Push Notification Bounced,  app,   notification_bounced,    OUT",
        "SMS Failed,                 store, message_failed,          OUT",
        "Card Declined,              store, payment_failed,          OUT",
        "Application Crashed,        app,   application_crashed,     OUT",
        "Application Updated,        app,   application_updated,     OUT",
        "Experiment Viewed,          store, experiment_viewed,       OUT",
        "Trial Ended,                store, automated,               OUT",
        "User Imported,              store, contact_imported,        OUT",
        "Email Link Clicked,         email, email_clicked,           IN",
        "Order Cancelled,            store, order_changed,           IN",
    })
    void whateverAnEventIsCalledItsKindIsTheModelsUnlessTheSourceSaysOtherwise(
            String name, String channel, String kind, Direction direction) {
        Touchpoint touch = tracked(name, "{}");

        assertThat(touch.getChannel()).isEqualTo(channel);
        assertThat(touch.getKind()).isEqualTo(kind);
        assertThat(touch.getDirection()).isEqualTo(direction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Product Reviewed  | {'rating': 1}                              | -1",
                "Product Reviewed  | {'rating': '2'}                            | -1",
                "Product Reviewed  | {'rating': 3}                              | 0",
                "Product Reviewed  | {'rating': 4.5}                            | 1",
                "Product Reviewed  | {'rating': 4, 'rating_scale': 10}          | -1",
                "Product Reviewed  | {'rating': 5, 'maxRating': '10'}           | 0",
                "Product Reviewed  | {'rating': 0, 'max_rating': 5}             | -1",
                "Product Reviewed  | {'rating': 90, 'out_of': 100}              | 1",
                "Product Reviewed  | {'rating': 2, 'rating_scale': '1-3'}       | 0",
                "Product Reviewed  | {'rating': '4/10'}                         | -1",
                "Product Reviewed  | {'rating': '80%'}                          | 1",
                "Product Reviewed  | {'rating': {'value': 2, 'best_rating': 4}} | -1",
                "Survey Answered   | {'nps': 6}                                 | -1",
                "Survey Answered   | {'csat': 5}                                | 1",
                "Review Submitted  | {'rating': 1}                              | -1",
                "Feedback Given    | {'rating': 5}                              | 1",
            })
    void aRatingBecomesASentiment(String event, String properties, double sentiment) {
        assertThat(tracked(event, properties).getSentiment()).isEqualTo(sentiment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'rating': 8}                          | /properties/rating       | expected a rating from 1 to 5, or its scale beside it as rating_scale, was 8",
                "{'rating': 0}                          | /properties/rating       | expected a rating from 1 to 5",
                "{'rating': -1}                         | /properties/rating       | expected a rating from 1 to 5",
                "{'rating': 'great'}                    | /properties/rating       | expected a rating from 1 to 5",
                "{'rating': 11, 'rating_scale': 10}     | /properties/rating       | expected a rating from 0 to 10, was 11",
                "{'rating': 4, 'rating_scale': 'large'} | /properties/rating_scale | expected the best rating",
                "{'rating': 4, 'rating_scale': 0}       | /properties/rating_scale | expected the best rating",
                "{'nps': 11}                            | /properties/nps          | expected a whole number from 0 to 10",
            })
    void aRatingOutsideItsScaleIsNotGuessed(String properties, String path, String message) {
        FailedEvent failure = failed("Product Reviewed", properties);

        assertThat(failure.reason()).isEqualTo(FailureReason.UNMAPPED);
        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.message()).startsWith(message);
    }

    @Test
    void theRatingThatAProductHasIsNoJudgementOfTheCustomer() {
        assertThat(tracked("Product Viewed", "{'rating': 1}").getSentiment()).isNull();
        assertThat(tracked("Reviews Viewed", "{'rating': 1}").getSentiment()).isNull();
        assertThat(tracked("Feedback Given", "{'rating': 'PG-13'}").getSentiment())
                .isNull();
        assertThat(tracked("Product Reviewed", "{}").getSentiment()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Order Refunded | {'order_id': 'o'} | /properties/revenue",
                "Order Refunded | {'total': 30} | /properties/currency",
                "Refund Issued | {'order_id': 'o'} | /properties/revenue",
                "Money Sent Home | {'order_id': 'o'} | /properties/revenue",
                "Chargeback Received | {'order_id': 'o'} | /properties/revenue",
            })
    void moneyThatWentBackIsNotTakenForNothing(String event, String properties, String path) {
        FailedEvent failure = failed(event, properties);

        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.message()).contains("went back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refund Issued", "Money Sent Home", "Refund"})
    void aRefundGivesMoneyBackUnderEveryName(String event) {
        Touchpoint touch = tracked(event, "{'revenue': 30, 'currency': 'EUR'}");

        assertThat(touch.getKind()).isEqualTo("refund");
        assertThat(touch.getDirection()).isEqualTo(Direction.OUT);
        assertThat(touch.getMoney()).isEqualTo(new Money(-3000L, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userAgent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'}",
                "{'user_agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)'}",
                "{'userAgentData': {'brands': [{'brand': 'HeadlessChrome', 'version': '120'}], 'mobile': false}}",
                "{'isBot': true}",
                "{'bot': {'name': 'Googlebot'}}",
                "{'bot': 'true', 'userAgent': 'Mozilla/5.0 (Macintosh)'}",
            })
    void whatAMachineDidIsAutomated(String context) {
        Touchpoint touch = withContext("Product Viewed", context);

        assertThat(touch.getKind()).isEqualTo("automated");
        assertThat(touch.getContext()).containsEntry("automatedKind", "product_viewed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userAgent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 'isBot': false}",
                "{'bot': {}, 'userAgentData': {'brands': [{'brand': 'Chromium', 'version': '120'}]}}",
                "{'bot': null, 'isBot': 'no', 'userAgent': 5, 'userAgentData': 'none'}",
            })
    void whatAPersonDidIsNot(String context) {
        assertThat(withContext("Product Viewed", context).getKind()).isEqualTo("product_viewed");
    }

    @Test
    void whoPressedTheButtonOfAMailProviderHasLeft() {
        assertThat(withContext("Unsubscribed", "{'isBot': true}").getKind()).isEqualTo("unsubscribed");
    }

    @Test
    void aUserAgentThatIsTooLongCostsNoEvent() {
        String agent = "x\\u0007".repeat(2000);

        Touchpoint touch = withContext("Product Viewed", "{'userAgent': '" + agent + "'}");

        assertThat(touch.getContext().get("userAgent"))
                .hasSizeLessThanOrEqualTo(1024)
                .startsWith("x x");
    }

    private Touchpoint tracked(String event, String properties) {
        return translation.touchpoint(message(event, "properties", properties), ALONE);
    }

    private Touchpoint withContext(String event, String context) {
        return translation.touchpoint(message(event, "context", context), ALONE);
    }

    private FailedEvent failed(String event, String properties) {
        return translation.failure(message(event, "properties", properties), ALONE);
    }

    private static String message(String event, String member, String object) {
        return "{\"type\": \"track\", \"userId\": \"u-1\", \"event\": \"" + event + "\", \"" + member + "\": "
                + object.replace('\'', '"') + "}";
    }
}
