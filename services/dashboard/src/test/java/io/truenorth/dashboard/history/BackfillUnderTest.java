package io.truenorth.dashboard.history;

import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.upstream.FakeStreams;
import io.truenorth.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A backfill of the past of Ann from the north and Bob, whom two pages tell of; today is 2026-03-01. */
final class BackfillUnderTest implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String LAST_WEEK = "2026-02-21";

    private static final String FIRST = "/v1/scores?limit=2000&asOf=";
    private static final String NEXT = "/v1/scores?limit=2000&cursor=";
    private static final String ANN = FakeStreams.score("crm:ann", "loyal", 61_000_000, false, "");
    private static final String BOB = FakeStreams.page(FakeStreams.score("crm:bob", "aware", 4_000_000, true, ""), "");

    private final FakeStreams streams =
            new FakeStreams().answering(FIRST, FakeStreams.page(ANN, "c1")).answering(NEXT + "c1", BOB);
    private final History history = new History();
    private final MockProducer<String, ScopeHistoryPoint> topic =
            new MockProducer<>(true, null, new StringSerializer(), (name, moment) -> new byte[0]);
    private final AtomicInteger looks = new AtomicInteger();
    private long touchedAt = Population.NOW;
    private IntPredicate quiet = poll -> true;
    private Duration betweenLooks = Duration.ofMillis(2);
    private Backfill backfill;

    BackfillUnderTest lastTouched(Duration ago) {
        touchedAt = Population.NOW - ago.toMillis();
        return this;
    }

    /** Tells by the number of a look, from 1 on, whether it is quiet then. */
    BackfillUnderTest quietAt(IntPredicate poll) {
        quiet = poll;
        return this;
    }

    BackfillUnderTest lookingEvery(Duration interval) {
        betweenLooks = interval;
        return this;
    }

    BackfillUnderTest recorded(String scope, String day) {
        long start =
                LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        ScopeHistoryPoint moment = ScopeHistoryPoint.newBuilder()
                .setScope(scope)
                .setGranularity(Granularity.DAY)
                .setStart(start)
                .setAt(start)
                .setCustomers(9)
                .setStages(new StageCounts(9L, 0L, 0L, 0L, 0L, 0L))
                .setDetractors(0)
                .setScore(0)
                .setPointsMoves(List.of())
                .build();
        history.accept(HistoryKey.of(moment), moment);
        return this;
    }

    /** The second page is not there until it is mended. */
    void breakOff() {
        streams.answering(FIRST, FakeStreams.page(ANN, "c2"));
    }

    void mend() {
        streams.answering(NEXT + "c2", BOB);
    }

    /** The streams service takes no question about the week until a day. */
    BackfillUnderTest refusedUntil(String day) {
        streams.refusing(FIRST + day);
        return this;
    }

    /** Of the week until a day the streams service tells a stage that nobody here knows. */
    BackfillUnderTest unheardOfUntil(String day) {
        streams.answering(FIRST + day, FakeStreams.page(ANN, "").replace("loyal", "fan"));
        return this;
    }

    FakeStreams streams() {
        return streams;
    }

    BackfillUnderTest start() {
        Population people = new Population()
                .add("crm:ann")
                .at(Stage.LOYAL, 61_000_000)
                .from("north")
                .lastSeen(touchedAt)
                .known()
                .add("crm:bob")
                .at(Stage.AWARE, 4_000_000)
                .lastSeen(touchedAt)
                .known();
        backfill = new Backfill(
                streams.queries(),
                people.customers(),
                people.snapshots(),
                history,
                new HistoryPointWriter(Topics.DASHBOARD_HISTORY, topic),
                () -> quiet.test(looks.incrementAndGet()),
                betweenLooks,
                Clock.fixed(Instant.ofEpochMilli(Population.NOW), ZoneOffset.UTC));
        backfill.start();
        return this;
    }

    int looks() {
        return looks.get();
    }

    /** Of each week the segment of those without a region is written last. */
    void awaitWeeks(int weeks) {
        await().atMost(PATIENCE).until(() -> days("region=unset").size() >= weeks);
    }

    void awaitQuestions(int questions) {
        await().atMost(PATIENCE).until(() -> streams.asked().size() >= questions);
    }

    List<String> written() {
        return topic.history().stream().map(ProducerRecord::key).toList();
    }

    List<String> days(String scope) {
        return written().stream()
                .filter(key -> key.startsWith(scope + "@"))
                .map(key -> key.substring(scope.length() + 1))
                .toList();
    }

    ScopeHistoryPoint moment(String key) {
        return topic.history().stream()
                .filter(record -> record.key().equals(key))
                .map(ProducerRecord::value)
                .findFirst()
                .orElseThrow();
    }

    /** Stops it. */
    boolean isGoneAfter(Duration timeout) throws InterruptedException {
        backfill.stop(timeout);
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(backfill.name()));
    }

    @Override
    public void close() throws InterruptedException {
        backfill.stop(PATIENCE);
        streams.close();
    }
}
