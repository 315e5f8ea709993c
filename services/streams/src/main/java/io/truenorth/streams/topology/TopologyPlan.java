package io.truenorth.streams.topology;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.RelationshipLimits;
import java.time.Duration;
import java.util.List;

/**
 * What a deployment decides about the topologies.
 *
 * @param topics their names, and the partitions of those that must agree
 * @param model by which customers are scored
 * @param allowedSkew how far an event time may lie after its arrival
 * @param money which currency it is kept in, and what others are worth in it
 * @param placeholders the values that are nobody's names
 * @param segments the attributes whose values are scopes, such as region and tier
 * @param limits how much a partition takes
 * @param dueInterval how often those who are due are looked for
 */
public record TopologyPlan(
        TopicCatalogue topics,
        ScoringModel model,
        Duration allowedSkew,
        MoneyConfig money,
        Placeholders placeholders,
        List<String> segments,
        RelationshipLimits limits,
        Duration dueInterval) {
    /**
     * Checks the segments.
     *
     * @throws IllegalArgumentException if one is empty, there twice, or has a name that other scopes have
     */
    public TopologyPlan {
        segments = List.copyOf(segments);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.isEmpty() || segment.contains("=") || ScopeNames.RESERVED.contains(segment)) {
                throw new IllegalArgumentException("segments[" + i + "]: expected the name of an attribute without '=',"
                        + " and none of " + ScopeNames.RESERVED + ", was '" + segment + "'");
            }
            if (segments.indexOf(segment) < i) {
                throw new IllegalArgumentException("segments[" + i + "]: '" + segment + "' is there twice");
            }
        }
    }
}
