package io.truenorth.streams.customer;

import static io.truenorth.relationship.TouchBuilder.aTouch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.NodeMessage.Label;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.relationship.TouchBuilder;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.JoinMessage.ToNode;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.rollup.ScopeAggregate;
import io.truenorth.streams.store.CountingEntries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Touches are scored once per customer and commit: what is withheld until then, and the state afterwards. */
class RelationshipsTest {
    private static final long NOON = TouchBuilder.millis("2026-03-01T12:00:00Z");

    private final CountingEntries entries = new CountingEntries();
    private final Published published = new Published();
    private long now = NOON;

    /** Records the output. */
    private static final class Published implements Publications {
        private final List<RelationshipScore> scores = new ArrayList<>();
        private final List<String> withdrawn = new ArrayList<>();
        private final List<StageTransition> transitions = new ArrayList<>();
        private final List<String> scopes = new ArrayList<>();
        private final List<Long> arrivals = new ArrayList<>();
        private final List<JoinMessageBatch> batches = new ArrayList<>();
        private final List<Long> compactions = new ArrayList<>();

        @Override
        public void publish(RelationshipScore score) {
            scores.add(score);
        }

        @Override
        public void withdraw(String customer, long at) {
            withdrawn.add(customer);
        }

        @Override
        public void publish(StageTransition transition) {
            transitions.add(transition);
        }

        @Override
        public void publish(String scope, ScopeAggregate difference, long arrivedAt) {
            scopes.add(scope);
            arrivals.add(arrivedAt);
        }

        @Override
        public void compact(long at) {
            compactions.add(at);
        }

        @Override
        public void send(JoinMessageBatch messages) {
            batches.add(messages);
        }
    }

    private Relationships relationships(long cacheBytes) {
        Relationships relationships = new Relationships(
                entries,
                new CustomerScoring(
                        new RelationshipScoring(ScoringModel.standard()),
                        List.of("region"),
                        ConsentDeclaration.standard()),
                new RelationshipLimits(100, cacheBytes, 10, 30_000),
                new CacheBudget(cacheBytes),
                new ProcessingTimes(lag -> {}, lag -> {}),
                CustomerStates.places());
        relationships.open(() -> now, published);
        return relationships;
    }

    private static ValidTouchpoint touchpoint(String customer, String eventId) {
        return touchpoint(customer, eventId, "2026-02-20T10:00:00Z");
    }

    private static ValidTouchpoint touchpoint(String customer, String eventId, String at) {
        return touchpoint(customer, eventId, aTouch("purchase"), at);
    }

    private static ValidTouchpoint touchpoint(String customer, String eventId, TouchBuilder touch, String at) {
        return new ValidTouchpoint(
                customer,
                eventId,
                touch.withId(eventId).at(at).build(),
                TouchBuilder.millis(at),
                NOON,
                Map.of(),
                "test");
    }

    @Test
    void theOrderOfNamespacesIsThatOfTheFirstCommit() {
        IdentityRanking first = new IdentityRanking(List.of("crm", "email"));
        IdentityRanking other = new IdentityRanking(List.of("email", "crm"));
        Relationships relationships = relationships(1 << 20);
        relationships.requireRanking(other);
        relationships.writeOut();
        relationships.requireRanking(first);
        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.writeOut();

        Relationships restarted = relationships(1 << 20);

        assertThatCode(() -> restarted.requireRanking(first)).doesNotThrowAnyException();
        assertThatThrownBy(() -> restarted.requireRanking(other))
                .isInstanceOf(ChangedRankingException.class)
                .hasMessageStartingWith("identities.ranking: expected crm, email, by which the stored customers were"
                        + " joined, was email, crm.");
    }

    @Test
    void aPartitionIsCompactedInStepsAfterAnErasureAndNotBefore() {
        Relationships relationships = relationships(1 << 20);
        now += Duration.ofDays(1).toMillis();
        relationships.compactErased();
        assertThat(entries.writes()).isZero();

        relationships.suppress(Map.of(IdentityHash.of("card:4711"), new Suppression(now, false, 1, List.of("dsr-7"))));
        relationships.compactErased();
        assertThat(published.compactions).isEmpty();

        now += Duration.ofHours(6).toMillis();
        relationships.compactErased();
        relationships.compactErased();
        assertThat(published.compactions).containsExactly(now);
    }

    @Test
    void whatAWithdrawalOfConsentDeletesIsCompactedToo() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("crm:c-1", "e-1"));
        SetConsent withdrawn = new SetConsent(Purpose.SCORING, false, now, "e-2");

        relationships.take(relationships.customer("crm:c-1"), "crm:c-1", List.of(withdrawn));
        now += Duration.ofHours(6).toMillis();
        relationships.compactErased();

        assertThat(published.compactions).containsExactly(now);
    }

    @Test
    void aHundredTouchesOfOneCommitAreScoredAndWrittenOnce() {
        Relationships relationships = relationships(1 << 20);
        for (int event = 0; event < 100; event++) {
            relationships.fold(touchpoint("c-1", "e-" + event));
        }
        assertThat(published.scores).isEmpty();
        assertThat(entries.writes()).isZero();

        relationships.writeOut();

        assertThat(published.scores).hasSize(1);
        assertThat(published.transitions).hasSize(1);
        assertThat(published.scopes).doesNotHaveDuplicates().contains("all", "region=unset", "channel=web");
        assertThat(entries.writesOfMonths()).isEqualTo(1);
    }

    @Test
    void theDifferencesOfABacklogAreAsOldAsItsTouches() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1"));
        now = NOON + 3_600_000;
        relationships.writeOut();

        assertThat(published.arrivals).isNotEmpty().allMatch(at -> at == NOON);
    }

    @Test
    void aTouchWritesOneRecordOfItsCustomerAndItsTimeInTheDueIndex() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1", "2025-11-20T10:00:00Z"));
        relationships.writeOut();
        entries.forgetWrites();

        relationships.fold(touchpoint("c-1", "e-2", "2025-12-20T10:00:00Z"));
        relationships.writeOut();

        assertThat(entries.writesOfMonths()).isZero();
        assertThat(entries.writes())
                .as("the customer and the counters; the due index keeps the earlier time")
                .isLessThanOrEqualTo(4);
    }

    @Test
    void aLongTailIsMovedToTheBlocksOfItsMonths() {
        Relationships relationships = relationships(1 << 20);
        for (int event = 0; event < 65; event++) {
            relationships.fold(
                    touchpoint("c-1", "e-" + event, event < 60 ? "2025-11-20T10:00:00Z" : "2025-12-20T10:00:00Z"));
        }
        relationships.writeOut();
        assertThat(entries.writesOfMonths()).isEqualTo(2);
        entries.forgetWrites();

        relationships.fold(touchpoint("c-1", "e-65", "2025-12-21T10:00:00Z"));
        relationships.writeOut();
        relationships.discard();
        relationships.fold(touchpoint("c-1", "e-3", "2025-11-20T10:00:00Z"));
        relationships.fold(touchpoint("c-1", "e-65", "2025-12-21T10:00:00Z"));
        relationships.writeOut();

        assertThat(entries.writesOfMonths()).isZero();
        CustomerReader reader = new CustomerReader(entries, 30_000);
        assertThat(reader.find("c-1").orElseThrow().ledger().size()).isEqualTo(66);
        assertThat(reader.counters().duplicates()).isEqualTo(2);
    }

    @Test
    void aCommitWithNothingToDoWritesNothing() {
        Relationships relationships = relationships(1 << 20);
        relationships.writeOut();

        assertThat(entries.writes()).isZero();
    }

    @Test
    void unwrittenChangesAreDiscarded() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.discard();
        relationships.writeOut();

        assertThat(published.scores).isEmpty();
        assertThat(entries.writes()).isZero();
    }

    @Test
    void writtenStateIsRestoredAfterADiscard() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.writeOut();
        relationships.discard();

        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.writeOut();

        assertThat(new CustomerReader(entries, 30_000).counters().duplicates()).isEqualTo(1);
        assertThat(published.scores).hasSize(1);
    }

    @Test
    void aFullCacheRescoresTheLeastRecentlyUsedEarly() {
        Relationships tight = relationships(4_000);
        for (int round = 0; round < 5; round++) {
            for (int customer = 0; customer < 6; customer++) {
                tight.fold(touchpoint("c-" + customer, "e-" + round));
            }
        }
        assertThat(published.scores).isNotEmpty();
        tight.writeOut();

        CustomerReader reader = new CustomerReader(entries, 30_000);
        for (int customer = 0; customer < 6; customer++) {
            StoredCustomer stored = reader.find("c-" + customer).orElseThrow();
            assertThat(stored.ledger().size()).isEqualTo(5);
        }
        assertThat(reader.counters().scored()).isEqualTo(30);
    }

    @Test
    void aCurrentTouchInTheSameCommitDoesNotMakeALateOneAMove() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1", "2025-11-20T10:00:00Z"));
        relationships.fold(touchpoint("c-1", "e-2", "2025-12-20T10:00:00Z"));
        relationships.fold(touchpoint("c-1", "e-3", "2026-03-01T10:00:00Z"));
        relationships.writeOut();

        assertThat(published.scores).hasSize(2);
        assertThat(published.transitions).first().satisfies(move -> {
            assertThat(move.getFrom()).isEqualTo(Stage.UNKNOWN);
            assertThat(move.getCause()).isEqualTo(TransitionCause.LATE_TOUCHPOINT);
        });
        assertThat(new CustomerReader(entries, 30_000).counters().scored()).isEqualTo(3);
    }

    @Test
    void aTouchRetractedBeforeTheCommitIsNeverPublished() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.fold(retraction("c-1", "e-1"));
        relationships.writeOut();

        assertThat(published.scores).isEmpty();
        assertThat(published.withdrawn).isEmpty();
        assertThat(published.scopes).isEmpty();
        assertThat(queries().find("c-1", NOON)).isEmpty();
        assertThat(queries().page("", "", 10, NOON, OptionalLong.empty()).scores())
                .isEmpty();
    }

    @Test
    void aFullyRetractedCustomerIsWithdrawnOnceAndMayReturn() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.writeOut();
        relationships.fold(retraction("c-1", "e-1"));
        relationships.writeOut();
        relationships.discard();

        assertThat(published.withdrawn).containsExactly("c-1");
        assertThat(published.transitions)
                .last()
                .satisfies(move -> assertThat(move.getTo()).isEqualTo(Stage.UNKNOWN));
        assertThat(queries().find("c-1", NOON)).isEmpty();
        assertThat(queries().history("c-1", NOON)).isEmpty();

        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.writeOut();
        assertThat(published.scores).as("a retry changes nothing").hasSize(1);

        relationships.fold(touchpoint("c-1", "e-2"));
        relationships.writeOut();
        assertThat(published.scores).hasSize(2);
        assertThat(published.withdrawn).hasSize(1);
        assertThat(queries().find("c-1", NOON)).isPresent();
    }

    @Test
    void aCorrectionReplacesItsEventInWhateverOrderTheyCome() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(revised(complaint("e-1"), 0));
        relationships.writeOut();
        relationships.fold(revised(touchpoint("c-1", "e-1", aTouch("survey_answered"), "2026-03-01T10:00:00Z"), 1));
        relationships.fold(revised(complaint("e-1"), 0));
        relationships.writeOut();

        assertThat(published.scores).hasSize(2).last().satisfies(score -> {
            assertThat(score.getDetractorRisk()).isZero();
            assertThat(score.getInboundTouches()).isOne();
        });
        assertThat(new CustomerReader(entries, 30_000).counters().scored()).isOne();
        assertThat(new CustomerReader(entries, 30_000).counters().duplicates()).isEqualTo(2);
    }

    private static ValidTouchpoint revised(ValidTouchpoint touchpoint, int revision) {
        return new ValidTouchpoint(
                touchpoint.identity(),
                touchpoint.eventId(),
                touchpoint.touch().withRevision(revision),
                touchpoint.occurredAt(),
                touchpoint.arrivedAt(),
                touchpoint.attributes(),
                touchpoint.source());
    }

    private CustomerQueries queries() {
        return new CustomerQueries(
                entries, new RelationshipScoring(ScoringModel.standard()), 30_000, ConsentDeclaration.standard());
    }

    private static ValidTouchpoint retraction(String customer, String eventId) {
        ValidTouchpoint event = touchpoint(customer, eventId);
        return new ValidTouchpoint(
                customer,
                eventId + "-r",
                event.touch().retraction(),
                event.occurredAt(),
                event.arrivedAt(),
                Map.of(),
                "test");
    }

    @Test
    void aDetractorWithoutAScoreIsOneNoMoreWhenTheRiskFades() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(complaint("e-1"));
        relationships.fold(complaint("e-2"));
        relationships.writeOut();
        assertThat(published.scores).last().satisfies(score -> {
            assertThat(score.getScore()).isZero();
            assertThat(score.getDetractor()).isTrue();
        });

        now = published.scores.get(0).getNextDueAt() + 1_000;
        for (int visit = 0; visit < 2; visit++) {
            relationships.rescoreDue();
            relationships.writeOut();
            now += 86_400_000;
        }

        assertThat(published.scores)
                .last()
                .satisfies(score -> assertThat(score.getDetractor()).isFalse());
    }

    private static ValidTouchpoint complaint(String eventId) {
        String at = "2026-03-01T10:00:00Z";
        return touchpoint("c-1", eventId, aTouch("complaint_made").on("support").saying(Sentiment.NEGATIVE), at);
    }

    @Test
    void aScoreTellsTheEarliestDayOfWhichSomethingIsNew() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1", "2025-12-20T10:00:00Z"));
        relationships.fold(touchpoint("c-1", "e-2", "2025-11-20T10:00:00Z"));
        relationships.writeOut();
        relationships.fold(touchpoint("c-1", "e-3", "2026-03-01T10:00:00Z"));
        relationships.writeOut();
        now = NOON + 100L * 86_400_000;
        relationships.rescoreDue();
        relationships.writeOut();

        assertThat(published.scores)
                .extracting(RelationshipScore::getEarliestChangeAt)
                .as("of the past, of today, of time that passed")
                .containsExactly(
                        TouchBuilder.millis("2025-11-20T00:00:00Z"), TouchBuilder.millis("2026-03-01T00:00:00Z"), null);
    }

    @Test
    void aSumBeyondSixtyFourBitsIsRejectedAndChangesNothing() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(huge("e-1"));

        assertThat(relationships.fold(huge("e-2")))
                .hasValueSatisfying(rejected -> assertThat(rejected.reason()).isEqualTo(FailureReason.SUM_OVERFLOW));
    }

    private static ValidTouchpoint huge(String eventId) {
        Touch touch = aTouch("purchase").withId(eventId).at(NOON).build();
        return new ValidTouchpoint(
                "c-1",
                eventId,
                new Touch(
                        touch.eventKey(),
                        touch.day(),
                        touch.category(),
                        touch.direction(),
                        touch.sentiment(),
                        Long.MAX_VALUE,
                        0,
                        null),
                NOON,
                NOON,
                Map.of(),
                "test");
    }

    @Test
    void aClockThatGoesBackDoesNotMakeAScoreOlder() {
        Relationships relationships = relationships(1 << 20);
        relationships.fold(touchpoint("c-1", "e-1"));
        relationships.writeOut();
        now = NOON - 3_600_000;
        relationships.fold(touchpoint("c-1", "e-2"));
        relationships.writeOut();

        assertThat(published.scores).extracting(RelationshipScore::getScoredAt).containsExactly(NOON, NOON);
    }

    @Test
    void messagesToAPartitionAreSentTogetherWithTheCommitInTheirOrder() {
        Relationships relationships = relationships(1_000_000);
        relationships.send(3, label("email:a@b.org", 1), 20);
        relationships.send(5, label("email:c@d.org", 1), 10);
        relationships.send(3, label("email:e@f.org", 2), 15);
        assertThat(published.batches).isEmpty();

        relationships.writeOut();

        assertThat(published.batches)
                .extracting(JoinMessageBatch::key, JoinMessageBatch::causedAt, batch -> read(batch))
                .containsExactly(
                        tuple("email:a@b.org", 15L, List.of(label("email:a@b.org", 1), label("email:e@f.org", 2))),
                        tuple("email:c@d.org", 10L, List.of(label("email:c@d.org", 1))));
        relationships.writeOut();
        assertThat(published.batches).hasSize(2);
    }

    @Test
    void manyMessagesAreSentBeforeTheCommitAndNoneIsLeftOut() {
        Relationships relationships = relationships(1_000_000);
        List<JoinMessage> sent = new ArrayList<>();
        for (int epoch = 0; epoch < 2_000; epoch++) {
            sent.add(label("email:somebody@b.org", epoch));
            relationships.send(3, sent.get(epoch), NOON);
        }
        assertThat(published.batches).hasSizeBetween(5, 40);

        relationships.writeOut();

        assertThat(published.batches.stream().flatMap(batch -> read(batch).stream()))
                .containsExactlyElementsOf(sent);
        assertThat(published.batches)
                .allSatisfy(batch -> assertThat(batch.size()).isLessThan(5_000));
    }

    @Test
    void messagesOfAnAbortedTransactionAreNotSent() {
        Relationships relationships = relationships(1_000_000);
        relationships.send(3, label("email:a@b.org", 1), NOON);
        relationships.discard();
        relationships.writeOut();
        assertThat(published.batches).isEmpty();
    }

    private static JoinMessage label(String identity, long epoch) {
        return new ToNode(new Label(identity, epoch, "crm:77"));
    }

    private static List<JoinMessage> read(JoinMessageBatch batch) {
        List<JoinMessage> messages = new ArrayList<>();
        JoinMessageBatch.read(batch.toBytes(), NOON, (message, causedAt) -> messages.add(message));
        return messages;
    }
}
