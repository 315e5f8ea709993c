package io.truenorth.streams.topology;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.identity.Placeholders;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.decode.Placement;
import java.time.Duration;
import java.util.List;

/**
 * A deployment's configuration of the topologies.
 *
 * @param topics names and partitions of the topics
 * @param model the scoring model
 * @param allowedSkew how far an event time may be ahead of its arrival
 * @param money the reporting currency and exchange rates
 * @param placeholders values that identify no customer
 * @param segments the attributes whose values are scopes, such as region and tier
 * @param joins which identities are joined, and which of them is a customer's id
 * @param consent what is declared about consent
 * @param limits the limits of a partition
 * @param dueInterval interval of the search for due customers
 * @param commitInterval how long touches are collected while arrivals are fresh
 */
public record TopologyPlan(
        TopicCatalogue topics,
        ScoringModel model,
        Duration allowedSkew,
        MoneyConfig money,
        Placeholders placeholders,
        List<String> segments,
        JoinRules joins,
        ConsentDeclaration consent,
        RelationshipLimits limits,
        Duration dueInterval,
        Duration commitInterval) {
    /**
     * Validates the segments.
     *
     * @throws IllegalArgumentException if one is empty, a duplicate, or has a reserved name
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
                throw new IllegalArgumentException("segments[" + i + "]: '" + segment + "' is listed twice");
            }
        }
    }

    /** Returns the placement of touchpoints, identities and customers. */
    Placement placement() {
        return new Placement(topics.topic(Topics.TOUCHPOINTS).partitions());
    }
}
