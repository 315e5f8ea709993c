package io.truenorth.streams.topology;

import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.customer.CacheBudget;
import io.truenorth.streams.customer.CustomerScoring;
import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.IdentityRequestDecoder;
import io.truenorth.streams.decode.LedgerPartDecoder;
import io.truenorth.streams.decode.RegistryRetry;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.decode.TouchpointFields;
import io.truenorth.streams.decode.TouchpointRules;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Creates the processors of a partition, and its relationships, by a deployment's plan. */
final class TouchpointProcessors {
    private final TopologyPlan plan;
    private final RecordSerdes serdes;
    private final RegistryRetry retry;
    private final ErasurePlaces places;
    private final EarlyCommits commits;
    private final ProcessingTimes times;

    /**
     * Creates the processors of a plan.
     *
     * @param retry retries schema lookups while the registry is unavailable
     * @param places where data of an erased customer is
     * @param commits asked for while arrivals are fresh
     * @param times receives how long processing took
     */
    TouchpointProcessors(
            TopologyPlan plan,
            RecordSerdes serdes,
            RegistryRetry retry,
            ErasurePlaces places,
            EarlyCommits commits,
            ProcessingTimes times) {
        this.plan = plan;
        this.serdes = serdes;
        this.retry = retry;
        this.places = places;
        this.commits = commits;
        this.times = times;
    }

    FoldReceived foldReceived() {
        return new FoldReceived(newDecoder(), plan, places, commits);
    }

    FoldRekeyed foldRekeyed() {
        return new FoldRekeyed(newDecoder(), plan, places, commits);
    }

    ChangeIdentities changeIdentities() {
        return new ChangeIdentities(
                new IdentityRequestDecoder(
                        serdes.reader(plan.topics().topic(Topics.IDENTITY_REQUESTS)),
                        plan.placement(),
                        plan.placeholders(),
                        retry),
                newDecoder(),
                plan,
                places,
                commits);
    }

    ImportLedgers importLedgers() {
        return new ImportLedgers(
                new LedgerPartDecoder(
                        serdes.reader(plan.topics().topic(Topics.LEDGER_IMPORTS)),
                        plan.placement().partitions(),
                        plan.placeholders(),
                        plan.limits().reactionWindow(),
                        plan.allowedSkew().toMillis(),
                        retry),
                newDecoder(),
                plan,
                places);
    }

    /** Returns what creates the relationships of a partition on its entries; those of an instance share a cache. */
    Function<KeyValueStore<Bytes, byte[]>, Relationships> relationships() {
        CustomerScoring scoring =
                new CustomerScoring(new RelationshipScoring(plan.model()), plan.segments(), plan.consent());
        CacheBudget budget = new CacheBudget(plan.limits().cacheBytes());
        return entries -> new Relationships(entries, scoring, plan.limits(), budget, times, places);
    }

    private TouchpointDecoder newDecoder() {
        TouchpointRules rules = new TouchpointRules(
                new ArrivalRule(plan.allowedSkew()), plan.model().kinds(), plan.money(), plan.placeholders());
        return new TouchpointDecoder(
                serdes.reader(plan.topics().topic(Topics.TOUCHPOINTS), new TouchpointFields()), rules, retry);
    }
}
