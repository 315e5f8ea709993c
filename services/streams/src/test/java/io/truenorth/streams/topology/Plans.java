package io.truenorth.streams.topology;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.identity.Placeholders;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.RelationshipLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans for tests: one partition, segments region and tier, a rate for pounds. */
public final class Plans {
    private Plans() {}

    public static TopologyPlan standard() {
        return with(
                TopicCatalogue.standard().withAgreedPartitions(1),
                new RelationshipLimits(10_000, 1L << 28, 500, 30_000));
    }

    public static TopologyPlan with(TopicCatalogue topics, RelationshipLimits limits) {
        return with(topics, limits, ScoringModel.standard());
    }

    /** Returns a plan for several partitions and other rules of joining. */
    public static TopologyPlan with(int partitions, JoinRules joins) {
        return with(partitions, joins, ConsentDeclaration.standard());
    }

    public static TopologyPlan with(TopicCatalogue topics, RelationshipLimits limits, ScoringModel model) {
        return with(topics, limits, model, JoinRules.standard(), ConsentDeclaration.standard());
    }

    /** Returns a plan of one partition with another declaration about consent. */
    public static TopologyPlan with(ConsentDeclaration consent) {
        return with(1, JoinRules.standard(), consent);
    }

    /** Returns a plan for several partitions, other rules of joining and another declaration about consent. */
    public static TopologyPlan with(int partitions, JoinRules joins, ConsentDeclaration consent) {
        return with(
                TopicCatalogue.standard().withAgreedPartitions(partitions),
                new RelationshipLimits(10_000, 1L << 28, 500, 30_000),
                ScoringModel.standard(),
                joins,
                consent);
    }

    private static TopologyPlan with(
            TopicCatalogue topics,
            RelationshipLimits limits,
            ScoringModel model,
            JoinRules joins,
            ConsentDeclaration consent) {
        return new TopologyPlan(
                topics,
                model,
                Duration.ofMinutes(5),
                new MoneyConfig("EUR", Map.of("GBP", new BigDecimal("1.15"))),
                Placeholders.standard(),
                List.of("region", "tier"),
                joins,
                consent,
                limits,
                Duration.ofSeconds(1),
                Duration.ofMillis(100));
    }
}
