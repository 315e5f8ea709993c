package io.truenorth.streams.decode;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.model.Kinds;

/**
 * Which touchpoints are taken.
 *
 * @param times which event times are believed
 * @param kinds what the scoring model says of kinds
 * @param money which currency it is kept in, and what others are worth in it
 * @param placeholders the values that are nobody's names
 */
public record TouchpointRules(ArrivalRule times, Kinds kinds, MoneyConfig money, Placeholders placeholders) {}
