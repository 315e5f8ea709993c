package io.truenorth.streams.customer;

import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.ErasureAction;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.TopicKind;
import io.truenorth.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a deployment has data of a customer, and by when the last trace is gone after an erasure, by the settings of its
 * topics and stores.
 *
 * <p>A record of a log is deleted with its segment, after the retention of the segment's newest record. Of a table, a first
 * compaction removes the records before a tombstone, and a second one the tombstone, once consumers had time to read it. What
 * others say of the customer is removed within a day, and RocksDB rewrites each of its files within a day.
 *
 * @param places with how long after the erasure each may still have a trace
 */
public record ErasurePlaces(List<Place> places) {
    private static final Duration SWEEP = Duration.ofDays(1);
    /** RocksDB's periodic compaction, see {@code RocksDbMemory}. */
    private static final Duration FILES = Duration.ofDays(1);
    /** Kafka's default of {@code delete.retention.ms}. */
    private static final Duration TOMBSTONE = Duration.ofDays(1);

    /** The dashboard, which forgets a customer as soon as it reads of the erasure. */
    private static final String DASHBOARD = "dashboard";

    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final String RETENTION = "retention.ms";
    private static final String SEGMENT = "segment.ms";
    private static final String MOST_LAG = "max.compaction.lag.ms";

    private static final List<Topic<?, ?>> LOGS = List.of(
            Topics.TOUCHPOINTS,
            Topics.TOUCHPOINTS_FAILED,
            Topics.LEDGER_IMPORTS,
            Topics.IDENTITY_REQUESTS,
            Topics.IDENTITY_EVENTS,
            Topics.STAGE_TRANSITIONS);
    private static final List<Topic<?, ?>> TABLES = List.of(Topics.RELATIONSHIP_SCORES, Topics.CUSTOMER_REDIRECTS);

    /**
     * A place.
     *
     * @param name the topic or the store
     * @param action what is done there
     * @param within how long after the erasure the last trace is gone
     */
    public record Place(String name, ErasureAction action, Duration within) {}

    /** Copies the list. */
    public ErasurePlaces {
        places = List.copyOf(places);
    }

    /**
     * Returns the places of a deployment.
     *
     * @param applicationId of the streams service
     * @param store the name of the store of customers
     * @param repartition the name of the internal topic of messages between partitions
     */
    public static ErasurePlaces of(TopicCatalogue topics, String applicationId, String store, String repartition) {
        List<Place> places = new ArrayList<>();
        for (Topic<?, ?> topic : LOGS) {
            Map<String, String> config = topics.topic(topic).config();
            places.add(new Place(
                    topics.topic(topic).name(),
                    ErasureAction.EXPIRES,
                    millis(config, RETENTION).plus(millis(config, SEGMENT))));
        }
        for (Topic<?, ?> topic : TABLES) {
            Topic<?, ?> table = topics.topic(topic);
            places.add(new Place(table.name(), ErasureAction.TOMBSTONE, compacted(table.config())));
        }
        Map<String, String> internal = TopicKind.TABLE.segments();
        places.add(new Place(
                applicationId + "-" + store + "-changelog", ErasureAction.TOMBSTONE, SWEEP.plus(compacted(internal))));
        places.add(new Place(
                applicationId + "-" + repartition + "-repartition",
                ErasureAction.REMOVED,
                SWEEP.plus(millis(internal, SEGMENT))));
        places.add(new Place(store, ErasureAction.REMOVED, SWEEP.plus(FILES)));
        places.add(new Place(DASHBOARD, ErasureAction.REMOVED, AT_ONCE));
        return new ErasurePlaces(places);
    }

    private static Duration compacted(Map<String, String> config) {
        Duration compaction = millis(config, SEGMENT).plus(millis(config, MOST_LAG));
        return compaction.plus(TOMBSTONE).plus(compaction);
    }

    private static Duration millis(Map<String, String> config, String name) {
        String value = config.get(name);
        if (value == null) {
            throw new IllegalArgumentException("expected a topic with " + name);
        }
        return Duration.ofMillis(Long.parseLong(value));
    }

    /** Returns the places as they are on a receipt of an erasure at a time, epoch ms. */
    List<ErasedPlace> at(long executedAt) {
        return places.stream()
                .map(place -> new ErasedPlace(
                        place.name(),
                        place.action(),
                        executedAt + place.within().toMillis()))
                .toList();
    }
}
