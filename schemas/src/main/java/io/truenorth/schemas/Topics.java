package io.truenorth.schemas;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.ScoringModel;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The topics of Truenorth under their plain names and default sizes. A deployment asks a {@link TopicCatalogue} for
 * its own form of them.
 */
public final class Topics {
    /** Partitions of a topic unless a deployment says otherwise. */
    public static final int DEFAULT_PARTITIONS = 8;

    /** What happened. */
    public static final Topic<String, Touchpoint> TOUCHPOINTS = new Topic<>(
            "touchpoints",
            Payload.TEXT,
            avro(Touchpoint.getClassSchema(), Touchpoint::new),
            TopicKind.LOG,
            Retention.days(30),
            RecordTime.APPENDED,
            LargestRecord.USUAL,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "Every touch between the brand and a customer, keyed by the strongest identity as namespace:value.");

    /** How each relationship stands. */
    public static final Topic<String, RelationshipScore> RELATIONSHIP_SCORES = new Topic<>(
            "relationship-scores",
            Payload.TEXT,
            avro(RelationshipScore.getClassSchema(), RelationshipScore::new),
            TopicKind.TABLE,
            Retention.FOREVER,
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "The score of each customer as last published, keyed by customer id.");

    /** Who moved up and who slipped. */
    public static final Topic<String, StageTransition> STAGE_TRANSITIONS = new Topic<>(
            "stage-transitions",
            Payload.TEXT,
            avro(StageTransition.getClassSchema(), StageTransition::new),
            TopicKind.LOG,
            Retention.days(365),
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "Each change of a customer's published stage, keyed by customer id.");

    /** Are we earning advocates? */
    public static final Topic<String, AdvocacySnapshot> ADVOCACY_DASHBOARD = new Topic<>(
            "advocacy-dashboard",
            Payload.TEXT,
            avro(AdvocacySnapshot.getClassSchema(), AdvocacySnapshot::new),
            TopicKind.TABLE,
            Retention.FOREVER,
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.FREE,
            "The sums of each scope (all, region=north, channel=support, ...), keyed by scope.");

    /** How the sums stood before. */
    public static final Topic<String, ScopeHistoryPoint> DASHBOARD_HISTORY = new Topic<>(
            "dashboard-history",
            Payload.TEXT,
            avro(ScopeHistoryPoint.getClassSchema(), ScopeHistoryPoint::new),
            TopicKind.TABLE,
            Retention.FOREVER,
            RecordTime.CREATED,
            LargestRecord.USUAL,
            DEFAULT_PARTITIONS,
            Partitioning.FREE,
            "How each scope stood by hour (for 8 days) and by day (for ever), keyed by scope@hour or scope@day.");

    /** What could not be scored. */
    public static final Topic<byte[], byte[]> TOUCHPOINTS_FAILED = new Topic<>(
            "touchpoints-failed",
            Payload.BYTES,
            Payload.BYTES,
            TopicKind.LOG,
            Retention.days(30),
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.FREE,
            "Records that were refused, byte for byte as received, with reason, field path, source and origin in"
                    + " headers.");

    /** What was done about it. Kept a little longer than what it is about. */
    public static final Topic<String, String> FAILED_RESOLVED = new Topic<>(
            "touchpoints-failed-resolved",
            Payload.TEXT,
            Payload.TEXT,
            TopicKind.LOG,
            Retention.days(35),
            RecordTime.CREATED,
            LargestRecord.USUAL,
            DEFAULT_PARTITIONS,
            Partitioning.FREE,
            "What was done about records of touchpoints-failed, keyed by their partition-offset there: REPLAYED, or"
                    + " DISCARDED and why.");

    /** By which rules we score. */
    public static final Topic<String, ScoringModel> SCORING_MODELS = new Topic<>(
            "scoring-models",
            Payload.TEXT,
            avro(ScoringModel.getClassSchema(), ScoringModel::new),
            TopicKind.TABLE,
            Retention.FOREVER,
            RecordTime.CREATED,
            LargestRecord.USUAL,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "The scoring models, keyed by model id; a change is written once to every partition.");

    private static final List<Topic<?, ?>> ALL = List.of(
            TOUCHPOINTS,
            RELATIONSHIP_SCORES,
            STAGE_TRANSITIONS,
            ADVOCACY_DASHBOARD,
            DASHBOARD_HISTORY,
            TOUCHPOINTS_FAILED,
            FAILED_RESOLVED,
            SCORING_MODELS);

    private Topics() {}

    /** All topics, in the order of the flow. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    private static <T extends SpecificRecordBase> Payload<T> avro(Schema schema, Supplier<T> newRecord) {
        return new Payload.AvroRecord<>(schema, newRecord);
    }
}
