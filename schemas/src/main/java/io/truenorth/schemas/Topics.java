package io.truenorth.schemas;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyReceipt;
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
 * The topics of Truenorth with their plain names and default sizes. {@link TopicCatalogue} applies a deployment's
 * prefix and sizes.
 */
public final class Topics {
    /** The default number of partitions. */
    public static final int DEFAULT_PARTITIONS = 8;

    /** The input: touchpoints. */
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
            "Every touch between the brand and a customer, keyed by the strongest identity as namespace:value, or without one by the first reference as type:id.");

    /** Ledgers to import, as exported from this or another deployment. */
    public static final Topic<String, LedgerPart> LEDGER_IMPORTS = new Topic<>(
            "ledger-imports",
            Payload.TEXT,
            avro(LedgerPart.getClassSchema(), LedgerPart::new),
            TopicKind.LOG,
            Retention.days(7),
            RecordTime.APPENDED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "Parts of exported ledgers, which the streams service unites with its own, keyed by customer id.");

    /** The latest score of each customer. */
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
            "The latest published score of each customer, keyed by customer id.");

    /** Stage changes of customers. */
    public static final Topic<String, StageTransition> STAGE_TRANSITIONS = new Topic<>(
            "stage-transitions",
            Payload.TEXT,
            avro(StageTransition.getClassSchema(), StageTransition::new),
            TopicKind.LOG,
            Retention.days(30),
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "Each change of a customer's published stage, keyed by customer id.");

    /** What became of links between identities. */
    public static final Topic<String, IdentityEvent> IDENTITY_EVENTS = new Topic<>(
            "identity-events",
            Payload.TEXT,
            avro(IdentityEvent.getClassSchema(), IdentityEvent::new),
            TopicKind.LOG,
            Retention.days(30),
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "Joins, refused joins and splits of customers, and conflicts of references, keyed by the customer that stays; erasures, keyed by a hash.");

    /** Customers that have joined another. */
    public static final Topic<String, String> CUSTOMER_REDIRECTS = new Topic<>(
            "customer-redirects",
            Payload.TEXT,
            Payload.TEXT,
            TopicKind.TABLE,
            Retention.FOREVER,
            RecordTime.CREATED,
            LargestRecord.USUAL,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "The customer that each joined customer is part of, keyed by the old customer id; a tombstone after a split.");

    /** Requests about identities. */
    public static final Topic<String, IdentityRequest> IDENTITY_REQUESTS = new Topic<>(
            "identity-requests",
            Payload.TEXT,
            avro(IdentityRequest.getClassSchema(), IdentityRequest::new),
            TopicKind.LOG,
            Retention.days(30),
            RecordTime.APPENDED,
            LargestRecord.USUAL,
            DEFAULT_PARTITIONS,
            Partitioning.AGREED,
            "Requests to link, split or erase identities, and to set consent, keyed by the identity.");

    /** What became of requests to erase customers and to set consent. */
    public static final Topic<String, PrivacyReceipt> PRIVACY_RECEIPTS = new Topic<>(
            "privacy-receipts",
            Payload.TEXT,
            avro(PrivacyReceipt.getClassSchema(), PrivacyReceipt::new),
            TopicKind.TABLE,
            Retention.FOREVER,
            RecordTime.CREATED,
            LargestRecord.LARGE,
            DEFAULT_PARTITIONS,
            Partitioning.FREE,
            "What was done for each request to erase a customer or to set consent, keyed by the id of the request and the hash of its identity.");

    /** Aggregates by scope. */
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
            "The aggregates of each scope (all, region=north, channel=support, ...), keyed by scope.");

    /** The history of aggregates. */
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
            "The history of each scope by hour (for 8 days) and by day (forever), keyed by scope@hour or scope@day.");

    /** Touchpoints that could not be scored. */
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
            "Rejected records, byte for byte as received, with reason, field path, source and origin in" + " headers.");

    /** Resolutions of failed touchpoints. Retained slightly longer than the failed records. */
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
            "Resolutions of records of touchpoints-failed, keyed by their partition-offset there: REPLAYED, or"
                    + " DISCARDED and a comment.");

    /** Scoring models in use. */
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
            LEDGER_IMPORTS,
            RELATIONSHIP_SCORES,
            STAGE_TRANSITIONS,
            IDENTITY_EVENTS,
            CUSTOMER_REDIRECTS,
            IDENTITY_REQUESTS,
            PRIVACY_RECEIPTS,
            ADVOCACY_DASHBOARD,
            DASHBOARD_HISTORY,
            TOUCHPOINTS_FAILED,
            FAILED_RESOLVED,
            SCORING_MODELS);

    private Topics() {}

    /** Returns all topics, in the order of the data flow. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    private static <T extends SpecificRecordBase> Payload<T> avro(Schema schema, Supplier<T> newRecord) {
        return new Payload.AvroRecord<>(schema, newRecord);
    }
}
