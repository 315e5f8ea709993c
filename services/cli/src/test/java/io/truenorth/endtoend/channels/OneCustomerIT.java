package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Direction;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.Touchpoint;
import io.truenorth.endtoend.ConsumedTopics;
import io.truenorth.query.CustomerHistoryReport.DayCell;
import io.truenorth.query.QueryClient;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.standalone.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A visitor of the web, the reader of a newsletter, a loyalty card of the store and an account of the app become one customer, and
 * the card is split again. Accounts that share a device, or have the same placeholder, stay apart.
 */
class OneCustomerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ADDRESS = "ann@mail.example.net";
    private static final String ACCOUNT = "user:ann";
    private static final String VISITOR = "anonymous:visitor-1";
    private static final String CARD = "card:4711";

    @TempDir
    private Path directory;

    private LocalSystem system;
    private ShopChannels channels;
    private ConsumedTopics topics;
    private QueryClient queries;

    @BeforeEach
    void start() throws Exception {
        system = ConnectedSystem.start(directory, ShopChannels.documents(), ShopChannels.secrets());
        channels = new ShopChannels(system.addresses().gateway());
        topics = new ConsumedTopics(system.deployment());
        queries = ConnectedSystem.queries(system);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void fiveChannelsAreOneCustomerUntilTheCardIsSplit() throws Exception {
        channels.browse("visitor-1");
        channels.readNewsletter(ADDRESS);
        channels.buy("purchase-1", "4711");
        channels.writeTicket("ticket-1", ADDRESS);
        awaitTouchpoints(6);
        Set<String> apart = keys();
        assertThat(apart).hasSize(3).contains(VISITOR, CARD).anyMatch(key -> key.startsWith("email:"));
        for (String customer : apart) {
            awaitScoreOf(customer, customer::equals);
        }

        channels.signUp("ann", "visitor-1", ADDRESS);
        channels.use("card-1", "ann", "card", "4711");
        channels.buy("purchase-2", "4711");
        channels.writeTicket("ticket-2", ADDRESS);
        awaitTouchpoints(11);
        awaitScoreOf(ACCOUNT, key -> true);
        assertThat(channelsOf(ACCOUNT)).containsExactlyInAnyOrder("web", "app", "email", "store", "support");
        await("redirects and tombstones").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(apart)
                    .allSatisfy(joined -> assertThat(redirected(joined)).isEqualTo(ACCOUNT));
            assertThat(published()).containsExactly(ACCOUNT);
        });

        channels.split(CARD);
        awaitScoreOf(CARD, CARD::equals);
        awaitScoreOf(ACCOUNT, key -> !key.equals(CARD));
        assertThat(channelsOf(CARD)).containsExactly("store");
        await("the split").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(redirected(CARD)).isEqualTo(CARD);
            assertThat(published()).containsExactlyInAnyOrder(ACCOUNT, CARD);
            assertThat(identityEvents(IdentityEventType.SPLIT)).singleElement().satisfies(event -> {
                assertThat(event.getCustomer()).isEqualTo(ACCOUNT);
                assertThat(event.getIdentities()).containsExactly(CARD);
                assertThat(event.getByHand()).isTrue();
            });
        });
    }

    @Test
    void accountsThatShareATabletOrAPlaceholderStayApart() throws Exception {
        channels.use("1", "carl", "card", "unknown");
        channels.use("2", "dora", "card", "unknown");
        channels.use("3", "ann", "device", "tablet");
        await("the tablet")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(identityEvents(IdentityEventType.JOINED))
                        .extracting(IdentityEvent::getCustomer)
                        .containsExactly(ACCOUNT));
        channels.use("4", "bob", "device", "tablet");

        await("the refusal")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(identityEvents(IdentityEventType.REFUSED))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.getFirst()).isEqualTo("device:tablet");
                            assertThat(event.getSecond()).isEqualTo("user:bob");
                            assertThat(event.getReason()).isEqualTo("UNIQUE_NAMESPACE");
                        }));
        for (String account : List.of(ACCOUNT, "user:bob", "user:carl", "user:dora")) {
            awaitScoreOf(account, account::equals);
        }
        assertThat(topics.values(Topics.IDENTITY_EVENTS)).hasSize(2);
    }

    private void awaitTouchpoints(int count) {
        await("the gateway's touchpoints")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(topics.values(Topics.TOUCHPOINTS)).hasSize(count));
    }

    private Set<String> keys() throws IOException {
        return topics.values(Topics.TOUCHPOINTS).stream().map(TouchpointKey::of).collect(Collectors.toSet());
    }

    /** Waits until a customer has the score of all touchpoints of some identities, to the micro-point. */
    private void awaitScoreOf(String customer, Predicate<String> identities) {
        await(customer).atMost(PATIENCE).untilAsserted(() -> {
            Instant asOf = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            ScoreSnapshot expected = expected(identities, asOf);
            assertThat(queries.customer(customer, asOf.toString())).hasValueSatisfying(report -> {
                assertThat(report.customer()).isEqualTo(customer);
                assertThat(report.score()).isEqualTo(expected.score()).isPositive();
                assertThat(report.stage()).isEqualTo(expected.stage());
            });
        });
    }

    private ScoreSnapshot expected(Predicate<String> identities, Instant asOf) throws IOException {
        RelationshipLedger ledger = new RelationshipLedger();
        topics.values(Topics.TOUCHPOINTS).stream()
                .filter(touchpoint -> identities.test(TouchpointKey.of(touchpoint)))
                .forEach(touchpoint -> ledger.add(touch(touchpoint)));
        return new RelationshipScoring(ScoringModel.standard()).snapshot(ledger, asOf.toEpochMilli());
    }

    private static Touch touch(Touchpoint touchpoint) {
        return Touch.of(
                touchpoint.getEventId(),
                touchpoint.getOccurredAt(),
                touchpoint.getChannel(),
                touchpoint.getKind(),
                touchpoint.getSubject(),
                touchpoint.getDirection() == Direction.IN
                        ? io.truenorth.relationship.ledger.Direction.INBOUND
                        : io.truenorth.relationship.ledger.Direction.OUTBOUND,
                touchpoint.getSentiment() == null ? Sentiment.NONE : Sentiment.ofValue(touchpoint.getSentiment()),
                touchpoint.getMoney() == null ? 0 : touchpoint.getMoney().getAmountMinor());
    }

    private Set<String> channelsOf(String customer) {
        return queries.history(customer, Instant.now().toString()).orElseThrow().cells().stream()
                .map(DayCell::channel)
                .collect(Collectors.toSet());
    }

    /** Where the redirects of a customer lead to. */
    private String redirected(String customer) throws IOException {
        Map<String, String> redirects = topics.latest(Topics.CUSTOMER_REDIRECTS);
        String at = customer;
        while (redirects.get(at) != null) {
            at = redirects.get(at);
        }
        return at;
    }

    /** The customers that a consumer of the scores has; a tombstone removes one. */
    private Set<String> published() throws IOException {
        return topics.latest(Topics.RELATIONSHIP_SCORES).entrySet().stream()
                .filter(score -> score.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<IdentityEvent> identityEvents(IdentityEventType type) throws IOException {
        return topics.values(Topics.IDENTITY_EVENTS).stream()
                .filter(event -> event.getType() == type)
                .toList();
    }
}
