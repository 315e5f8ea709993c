package io.truenorth.streams.decode;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.model.Kinds;

/**
 * The validation rules of touchpoints.
 *
 * @param times the accepted event times
 * @param kinds the kinds of the scoring model
 * @param money the reporting currency and exchange rates
 * @param placeholders values that identify no customer
 */
public record TouchpointRules(ArrivalRule times, Kinds kinds, MoneyConfig money, Placeholders placeholders) {}
