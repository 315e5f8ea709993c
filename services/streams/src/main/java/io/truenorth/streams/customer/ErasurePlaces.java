package io.truenorth.streams.customer;

import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.ErasureAction;
import io.truenorth.schemas.RemovalDate;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.TopicKind;
import io.truenorth.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Where a deployment has data of a customer, and by when the last trace is gone after an erasure, by the settings of its
 * topics, as the brokers have them, and of its stores.
 *
 * <p>A record of a log is deleted with its segment, after the retention of the segment's newest record. Of a table, a first
 * compaction removes the records before a tombstone, and a second one the tombstone, once consumers had time to read it. What
 * others say of the customer is removed within a day, and RocksDB rewrites each of its files when it has a certain age. What
 * compaction needs beside time, {@link ErasureCompaction} sees to.
 */
public final class ErasurePlaces {
    private static final long SWEEP = Duration.ofDays(1).toMillis();
    /** Kafka's default of {@code delete.retention.ms}. */
    private static final long TOMBSTONE = Duration.ofDays(1).toMillis();
    /** Kafka's default of {@code segment.ms}. */
    private static final long USUAL_SEGMENT = Duration.ofDays(7).toMillis();

    /** The dashboard, which forgets a customer as soon as it reads of the erasure. */
    private static final String DASHBOARD = "dashboard";

    private static final String MOST_LAG = "max.compaction.lag.ms";
    private static final long AT_ONCE = Duration.ofMinutes(1).toMillis();

    private static final int STEPS_WITHIN_LAG = 4;
    private static final long SHORTEST_STEP = Duration.ofSeconds(1).toMillis();

    private static final List<Topic<?, ?>> LOGS = List.of(
            Topics.TOUCHPOINTS,
            Topics.TOUCHPOINTS_FAILED,
            Topics.LEDGER_IMPORTS,
            Topics.IDENTITY_REQUESTS,
            Topics.IDENTITY_EVENTS,
            Topics.STAGE_TRANSITIONS);
    private static final List<Topic<?, ?>> TABLES = List.of(Topics.RELATIONSHIP_SCORES, Topics.CUSTOMER_REDIRECTS);

    private final List<Place> places;
    private final long fileAge;
    private final Function<String, Map<String, String>> actual;

    /**
     * A place.
     *
     * @param name the topic or the store
     * @param action what is done there
     * @param declared the settings of a topic that is not known yet, as it is created
     * @param within how long after the erasure the last trace is gone, in ms, by the settings
     */
    private record Place(
            String name,
            ErasureAction action,
            Map<String, String> declared,
            ToLongFunction<Map<String, String>> within) {}

    private ErasurePlaces(List<Place> places, long fileAge, Function<String, Map<String, String>> actual) {
        this.places = List.copyOf(places);
        this.fileAge = fileAge;
        this.actual = actual;
    }

    /**
     * Returns the places of a deployment.
     *
     * @param applicationId of the streams service
     * @param store the name of the store of customers
     * @param repartition the name of the internal topic of messages between partitions
     * @param fileAge the age at which RocksDB rewrites a file of the store
     * @param actual returns the settings of a topic as the brokers have them; none if they are not known
     */
    public static ErasurePlaces of(
            TopicCatalogue topics,
            String applicationId,
            String store,
            String repartition,
            Duration fileAge,
            Function<String, Map<String, String>> actual) {
        List<Place> places = new ArrayList<>();
        for (Topic<?, ?> topic : LOGS) {
            Topic<?, ?> log = topics.topic(topic);
            places.add(new Place(log.name(), ErasureAction.EXPIRES, log.config(), ErasurePlaces::expired));
        }
        for (Topic<?, ?> topic : TABLES) {
            Topic<?, ?> table = topics.topic(topic);
            places.add(new Place(table.name(), ErasureAction.TOMBSTONE, table.config(), ErasurePlaces::compacted));
        }
        Map<String, String> internal = TopicKind.TABLE.segments();
        places.add(new Place(
                applicationId + "-" + store + "-changelog",
                ErasureAction.TOMBSTONE,
                internal,
                settings -> sum(SWEEP, compacted(settings))));
        places.add(new Place(
                applicationId + "-" + repartition + "-repartition",
                ErasureAction.REMOVED,
                internal,
                settings -> sum(SWEEP, segment(settings))));
        places.add(new Place(store, ErasureAction.REMOVED, Map.of(), none -> sum(SWEEP, fileAge.toMillis())));
        places.add(new Place(DASHBOARD, ErasureAction.REMOVED, Map.of(), none -> AT_ONCE));
        return new ErasurePlaces(places, fileAge.toMillis(), actual);
    }

    private static long expired(Map<String, String> settings) {
        return sum(millis(settings, "retention.ms", Long.MAX_VALUE), segment(settings));
    }

    private static long compacted(Map<String, String> settings) {
        long compaction = sum(segment(settings), millis(settings, MOST_LAG, Long.MAX_VALUE));
        return sum(compaction, millis(settings, "delete.retention.ms", TOMBSTONE), compaction);
    }

    private static long segment(Map<String, String> settings) {
        return millis(settings, "segment.ms", USUAL_SEGMENT);
    }

    private static long millis(Map<String, String> settings, String name, long usual) {
        String value = settings.get(name);
        if (value == null) {
            return usual;
        }
        long millis = Long.parseLong(value);
        return millis < 0 ? Long.MAX_VALUE : millis;
    }

    /** Returns the sum, at most {@link RemovalDate#NEVER}. */
    private static long sum(long... parts) {
        long sum = 0;
        for (long part : parts) {
            sum += Math.min(part, RemovalDate.NEVER - sum);
        }
        return sum;
    }

    /** Returns the places as they are on a receipt of an erasure at a time, epoch ms. */
    List<ErasedPlace> at(long executedAt) {
        return places.stream()
                .map(place -> new ErasedPlace(
                        place.name(),
                        place.action(),
                        sum(executedAt, place.within().applyAsLong(settings(place)))))
                .toList();
    }

    /**
     * Returns how long after an erasure the last trace is gone from all places that are not logs, in ms. A place that keeps it
     * without a limit is left out.
     */
    long compactedWithin() {
        return places.stream()
                .filter(place -> place.action() != ErasureAction.EXPIRES)
                .mapToLong(place -> place.within().applyAsLong(settings(place)))
                .filter(within -> within < RemovalDate.NEVER)
                .max()
                .orElse(0);
    }

    /**
     * Returns the time between steps of compaction, in ms: a quarter of the shortest compaction lag, or of the age at which
     * files are rewritten. It is longer than a segment of that table, so that each step closes one; and within the lag of all
     * tables, so that the compactions that the dates are computed from, of a record and of its tombstone, come in time.
     */
    long compactionInterval() {
        long shortest = places.stream()
                .filter(place -> place.action() == ErasureAction.TOMBSTONE)
                .mapToLong(place -> compactionInterval(settings(place)))
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.max(SHORTEST_STEP, Math.min(shortest, fileAge / STEPS_WITHIN_LAG));
    }

    private static long compactionInterval(Map<String, String> settings) {
        long lag = millis(settings, MOST_LAG, Long.MAX_VALUE);
        return Math.max(sum(Math.min(segment(settings), lag), 1), lag / STEPS_WITHIN_LAG);
    }

    private Map<String, String> settings(Place place) {
        Map<String, String> settings = actual.apply(place.name());
        return settings.isEmpty() ? place.declared() : settings;
    }
}
