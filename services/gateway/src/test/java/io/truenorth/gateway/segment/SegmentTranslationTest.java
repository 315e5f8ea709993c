package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.schemas.FailureReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages mean, of a source whose own channel is the store and that calls a survey answer by a name of its own. */
class SegmentTranslationTest {

    private static final Map<String, String> ALONE = Map.of();

    private final TranslationUnderTest translation = new TranslationUnderTest(new SegmentTranslation(
            "store",
            new KindNames(Map.of("Kudos Given", "testimonial_given")),
            Optional.empty(),
            ConsentCategories.usual()));

    @Test
    void aTrackedEventIsWhatTheCustomerDid() {
        Touchpoint touch = touch("""
                {"type": "track", "event": "Report Submitted", "messageId": "m-1", "userId": "u-1",
                 "anonymousId": "a-1", "timestamp": "2026-03-01T10:00:00Z"}""");

        assertThat(touch.getEventId()).isEqualTo("m-1");
        assertThat(TranslationUnderTest.identities(touch)).containsExactly("user:u-1", "anonymous:a-1");
        assertThat(touch.getKind()).isEqualTo("report_submitted");
        assertThat(touch.getChannel()).isEqualTo("store");
        assertThat(touch.getDirection()).isEqualTo(Direction.IN);
        assertThat(touch.getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());
        assertThat(touch.getSource()).isEqualTo("shop");
        assertThat(touch.getContext())
                .containsEntry("event", "Report Submitted")
                .containsEntry("type", "track");
    }

    @ParameterizedTest
    @CsvSource({"order_id", "orderId"})
    void anEventRefersToItsOrder(String property) {
        Touchpoint touch =
                touch("{\"type\": \"track\", \"event\": \"Order Completed\", \"userId\": \"u-1\", \"properties\": {\""
                        + property + "\": 1017}}");

        assertThat(touch.getReferences()).containsExactly(new Reference("order", "1017"));
    }

    @Test
    void namesWithUnderscoresAndNumbersAsIdsAreUnderstood() {
        Touchpoint touch = touch("""
                {"action": "track", "event": "orderShipped", "user_id": 4711, "anonymous_id": "a-1",
                 "message_id": "m-1"}""");

        assertThat(TranslationUnderTest.identities(touch)).containsExactly("user:4711", "anonymous:a-1");
        assertThat(touch.getEventId()).isEqualTo("m-1");
        assertThat(touch.getKind()).isEqualTo("order_shipped");
    }

    @ParameterizedTest
    @CsvSource({
        "Order Completed,                store,   purchase,              IN",
        "Product Reviewed,               store,   review_posted,         IN",
        "Product Shared,                 store,   content_shared,        IN",
        "Promotion Viewed,               store,   ad_viewed,             IN",
        "Email Delivered,                email,   email_delivered,       OUT",
        "email opened,                   email,   email_opened,          IN",
        "Live Chat Message Sent,         support, live_chat_message_sent, IN",
        "Live Chat Message Received,     support, live_chat_message_received, OUT",
        "Push Notification Received,     app,     notification_received, OUT",
        "Signed Up,                      store,   signed_up,             IN",
        "Kudos Given,                    store,   testimonial_given,     IN",
    })
    void aNameHasTheMeaningOfTheSourceOrTheSpecificationOrOfItsWords(
            String name, String channel, String kind, Direction direction) {
        Touchpoint touch = touch("{\"type\": \"track\", \"userId\": \"u-1\", \"event\": \"" + name + "\"}");

        assertThat(touch.getChannel()).isEqualTo(channel);
        assertThat(touch.getKind()).isEqualTo(kind);
        assertThat(touch.getDirection()).isEqualTo(direction);
    }

    @Test
    void aMailMarkedAsSpamSpeaksAgainstUs() {
        assertThat(touch("{\"type\": \"track\", \"userId\": \"u-1\", \"event\": \"Email Marked as Spam\"}")
                        .getSentiment())
                .isEqualTo(-1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Order Completed | {'revenue': 25.00, 'total': 30, 'currency': 'EUR'}   | 2500",
                "Order Completed | {'total': '19.995', 'currency': 'eur'}               | 2000",
                "Order Completed | {'value': 1500, 'currency': 'JPY'}                   | 1500",
                "Order Completed | {'revenue': 10, 'currency': 'USD'}                   | 500",
                "Order Refunded  | {'total': 30, 'currency': 'EUR'}                     | -3000",
                "Order Refunded  | {'total': -30, 'currency': 'EUR'}                    | -3000",
                "Plan Renewed    | {'revenue': 9.9, 'currency': 'EUR'}                  | 990",
            })
    void moneyIsWhatTheEventEarnedOrGaveBack(String event, String properties, long minor) {
        assertThat(tracked(event, properties).getMoney()).isEqualTo(new Money(minor, "EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Order Completed | {'revenue': 25.00}",
                "Product Viewed  | {'value': 25.00, 'currency': 'EUR'}",
                "Order Updated   | {'revenue': 25.00, 'currency': 'EUR'}",
            })
    void moneyOfNoCurrencyAndThePriceOfAThingAreNone(String event, String properties) {
        assertThat(tracked(event, properties).getMoney()).isNull();
    }

    @Test
    void theSubjectIsTheProductLineOrTheCampaign() {
        assertThat(tracked("Product Viewed", "{'category': 'Games'}").getSubject())
                .isEqualTo("Games");
        assertThat(tracked("Email Opened", "{'campaign_id': 7, 'campaign_name': 'Spring'}")
                        .getSubject())
                .isEqualTo("Spring");
    }

    @Test
    void traitsBecomeAttributesAndPersonalOnesIdentities() {
        Touchpoint touch = touch("""
                {"type": "identify", "userId": "u-1", "context": {"library": {"name": "analytics.js"}, "groupId": "g-1"},
                 "traits": {"email": "Ann@Example.org", "phone": "+49 30 1234", "firstName": "Ann", "birthday": "1990-01-01",
                   "address": {"city": "Berlin"}, "plan": "premium", "logins": 5, "beta": true, "total billed": 830,
                   "contact": "ann@example.org", "empty": ""}}""");

        assertThat(touch.getAttributes())
                .isEqualTo(Map.of("plan", "premium", "logins", "5", "beta", "true", "group", "g-1"));
        assertThat(touch.getIdentities()).extracting(id -> id.getNamespace()).containsExactly("user", "email", "phone");
        assertThat(touch.toString())
                .doesNotContainIgnoringCase("ann@example.org")
                .doesNotContain("1234");
    }

    @Test
    void ofTooManyTraitsTheFirstByNameAreKept() {
        StringBuilder traits = new StringBuilder("\"z\": 1");
        for (int i = 10; i < 50; i++) {
            traits.append(", \"t").append(i).append("\": ").append(i);
        }
        Touchpoint touch = touch("{\"type\": \"identify\", \"userId\": \"u-1\", \"traits\": {" + traits + "}}");

        assertThat(touch.getAttributes()).hasSize(32).containsKeys("t10", "t41").doesNotContainKeys("t42", "z");
    }

    @Test
    void whatAServerTellsIsNothingThatTheCustomerDid() {
        String identify = "{\"type\": \"identify\", \"userId\": \"u-1\", \"channel\": \"%s\"}";

        assertThat(touch(identify.formatted("server"))).returns(Direction.OUT, Touchpoint::getDirection);
        assertThat(touch(identify.formatted("browser")))
                .returns(Direction.IN, Touchpoint::getDirection)
                .returns("web", Touchpoint::getChannel)
                .returns("profile_updated", Touchpoint::getKind);
    }

    @ParameterizedTest
    @CsvSource({"undefined", "[object Object]", "NULL", "0", "00000000-0000-0000-0000-000000000000"})
    void aUserWhoIsNobodyIsTheVisitorWhoTheyAre(String userId) {
        Touchpoint touch = touch("{\"userId\": \"" + userId + "\", \"anonymousId\": \"a-1\", \"type\": \"page\"}");

        assertThat(TranslationUnderTest.identities(touch)).containsExactly("anonymous:a-1");
        assertThat(touch.getContext()).containsEntry("leftOut", "user BLOCKED_IDENTITY");
    }

    @Test
    void traitsThatAreNobodyOrSayNothingAreLeftOut() {
        Touchpoint touch = touch("""
                {"type": "identify", "userId": "u-1", "anonymousId": "undefined",
                 "traits": {"email": "test@test.com", "phone": "n/a", "plan": "undefined", "region": "north"}}""");

        assertThat(TranslationUnderTest.identities(touch)).containsExactly("user:u-1");
        assertThat(touch.getAttributes()).isEqualTo(Map.of("region", "north"));
    }

    @Test
    void aMessageOfNobodyIsKeptByName() {
        FailedEvent failure = translation.failure("{\"type\": \"page\", \"userId\": \"undefined\"}", ALONE);

        assertThat(failure.reason()).isEqualTo(FailureReason.BLOCKED_IDENTITY);
        assertThat(failure.message())
                .isEqualTo("expected the name of somebody in the namespace user, found a word for a missing value");
    }

    @Test
    void anAliasOfNobodyLinksNothing() {
        assertThat(translation
                        .translate("{\"type\": \"alias\", \"userId\": \"u-1\", \"previousId\": \"undefined\"}", ALONE)
                        .ignored())
                .containsExactly("an alias that has no previousId, or nothing else, links nothing");
    }

    @Test
    void twoMessagesWhoseIdIsAWordForNothingAreTwo() {
        String message = "{\"type\": \"track\", \"userId\": \"u\", \"messageId\": \"undefined\", \"event\": \"%s\"}";

        assertThat(touch(message.formatted("Signed Up")).getEventId())
                .startsWith("content:")
                .isNotEqualTo(touch(message.formatted("Signed In")).getEventId());
    }

    @Test
    void theTraitsOfAGroupAreNotTheCustomers() {
        Touchpoint touch = touch("""
                {"type": "group", "userId": "u-1", "groupId": "g-1",
                 "traits": {"name": "Initech", "email": "info@example.org", "plan": "enterprise"}}""");

        assertThat(touch.getKind()).isEqualTo("group_joined");
        assertThat(touch.getAttributes()).isEqualTo(Map.of("group", "g-1"));
        assertThat(TranslationUnderTest.identities(touch)).containsExactly("user:u-1");
    }

    @Test
    void pagesAreOnTheWebAndScreensInTheApp() {
        assertThat(touch("{\"type\": \"page\", \"anonymousId\": \"a-1\", \"name\": \"Home\"}"))
                .returns("web", Touchpoint::getChannel)
                .returns("page_viewed", Touchpoint::getKind);
        assertThat(touch("{\"type\": \"screen\", \"anonymousId\": \"a-1\", \"name\": \"Home\"}"))
                .returns("app", Touchpoint::getChannel)
                .returns("screen_viewed", Touchpoint::getKind);
    }

    @Test
    void anAliasLinksWhatWasKnownBefore() {
        Touchpoint touch = touch("{\"type\": \"alias\", \"userId\": \"u-1\", \"previousId\": \"p-1\"}");

        assertThat(TranslationUnderTest.identities(touch)).containsExactly("user:u-1", "anonymous:p-1");
        assertThat(translation
                        .translate("{\"type\": \"alias\", \"userId\": \"u-1\"}", ALONE)
                        .ignored())
                .containsExactly("an alias that has no previousId, or nothing else, links nothing");
    }

    @Test
    void whoeverSignsUpIsKnownByAllNamesThatTheMessageHas() {
        Touchpoint touch = touch("""
                {"type": "identify", "anonymousId": "a-1", "userId": "u-1", "traits": {"email": "ann@example.org"}}""");

        assertThat(touch.getIdentities())
                .extracting(identity -> identity.getNamespace())
                .containsExactly("user", "email", "anonymous");
    }

    @Test
    void theSendersClockIsCorrectedByTheSpecification() {
        String message = "{\"type\": \"track\", \"event\": \"X\", \"userId\": \"u\", \"messageId\": \"m\","
                + " \"timestamp\": \"2026-02-27T09:00:00.250Z\"%s}";

        // The sender's clock is two days and a quarter of an hour behind.
        Map<String, String> batch = Map.of(SegmentTranslation.SENT_AT, "2026-02-27T11:45:00Z");
        assertThat(occurredAt(message.formatted(""), batch)).isEqualTo("2026-03-01T09:15:00.250Z");
        assertThat(occurredAt(message.formatted(", \"sentAt\": \"2026-02-27T12:00:00Z\""), batch))
                .isEqualTo("2026-03-01T09:00:00.250Z");
        assertThat(occurredAt(message.formatted(", \"receivedAt\": \"2026-02-27T12:00:00Z\""), batch))
                .isEqualTo("2026-02-27T09:00:00.250Z");
        assertThat(occurredAt(message.formatted(""), ALONE)).isEqualTo("2026-02-27T09:00:00.250Z");
    }

    @Test
    void withoutATimestampItHappenedWhenItArrived() {
        assertThat(occurredAt("{\"type\": \"track\", \"event\": \"X\", \"userId\": \"u\"}", ALONE))
                .isEqualTo(TranslationUnderTest.ARRIVAL);
    }

    @Test
    void aMessageWithoutIdIsTheSameEventHoweverOftenItIsSent() {
        String message =
                "{\"type\": \"track\", \"event\": \"X\", \"userId\": \"u\", \"timestamp\": \"2026-02-27T09:00:00Z\"}";
        Map<String, String> once = Map.of(SegmentTranslation.SENT_AT, "2026-03-01T11:59:59Z");
        Map<String, String> again = Map.of(SegmentTranslation.SENT_AT, "2026-03-01T11:59:00Z");

        Touchpoint touch = translation.touchpoint(message, once);
        assertThat(touch.getEventId()).startsWith("content:");
        assertThat(translation.touchpoint(message, again).getEventId()).isEqualTo(touch.getEventId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type': 'track', 'event': 'X'}                                       |                       | expected a userId or an anonymousId",
                "{'type': 'track', 'userId': 'u'}                                      | /event                | expected, but missing",
                "{'type': 'track', 'userId': 'u', 'event': '注文'}                       | /event                | expected a name that makes a kind",
                "{'type': 'track', 'userId': 'u', 'event': '[object Object]'}          | /event                | expected, but missing",
                "{'type': 'dance', 'userId': 'u'}                                      | /type                 | expected track, identify, page",
                "{'type': 'page', 'userId': 'u', 'timestamp': 'noon'}                  | /timestamp            | expected a time in ISO 8601",
                "{'type': 'track', 'user_id': 'u', 'event': 'Order Completed', 'properties': {'total': 'a lot', 'currency': 'EUR'}} | /properties/total | expected an amount",
                "{'type': 'track', 'userId': 'u', 'event': 'Order Completed', 'properties': {'total': 1, 'currency': 'beads'}} | /properties/currency | expected an ISO 4217 code",
                "{'type': 'page', 'userId': 'u', 'userId': 'v'}                        | /userId               | given twice",
                "[]                                                                    |                       | expected an object",
            })
    void whatCannotBeUnderstoodIsNamedByItsPlace(String message, String path, String expected) {
        FailedEvent failure = translation.failure(message.replace('\'', '"'), ALONE);

        assertThat(failure.reason()).isEqualTo(FailureReason.UNMAPPED);
        assertThat(failure.path()).isEqualTo(path == null ? "" : path);
        assertThat(failure.message()).contains(expected);
    }

    @Test
    void whatBreaksTheContractIsNamedByWhereItCameFrom() {
        FailedEvent failure = translation.failure(
                "{\"type\": \"page\", \"userId\": \"u\", \"timestamp\": \"2026-03-02T12:00:00Z\"}", ALONE);

        assertThat(failure.reason()).isEqualTo(FailureReason.INVALID_EVENT);
        assertThat(failure.path()).isEqualTo("/timestamp");
    }

    private Touchpoint touch(String message) {
        return translation.touchpoint(message, ALONE);
    }

    private Touchpoint tracked(String event, String properties) {
        return touch("{\"type\": \"track\", \"userId\": \"u-1\", \"event\": \"" + event + "\", \"properties\": "
                + properties.replace('\'', '"') + "}");
    }

    private Instant occurredAt(String message, Map<String, String> headers) {
        return Instant.ofEpochMilli(translation.touchpoint(message, headers).getOccurredAt());
    }
}
