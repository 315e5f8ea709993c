package io.truenorth.streams.intake;

import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.model.Kinds;

/**
 * Which touchpoints are taken.
 *
 * @param times which event times are believed
 * @param kinds what the scoring model says of kinds
 * @param currencies what money becomes in the reporting currency
 */
public record TouchpointRules(ArrivalRule times, Kinds kinds, CurrencyRates currencies) {}
