/**
 * The relationship between a brand and one customer: its history ({@code ledger}), the scoring model ({@code model})
 * and the resulting score and stage ({@code score}).
 *
 * <p>Pure Java: no Kafka, no Avro, no I/O and no clock. Times are epoch milliseconds (UTC), and the same ledger, model
 * and time give the same result on every machine. No type is synchronized; mutable types are marked as such.
 *
 * <p>Start with {@link io.truenorth.relationship.ledger.RelationshipLedger}, {@link
 * io.truenorth.relationship.model.ScoringModel} and {@link io.truenorth.relationship.score.RelationshipScoring}.
 */
@NullMarked
package io.truenorth.relationship;

import org.jspecify.annotations.NullMarked;
