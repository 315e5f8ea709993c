/**
 * The relationship between a brand and one customer: what is known of it ({@code ledger}), what it is worth ({@code
 * model}) and where it stands ({@code score}).
 *
 * <p>Pure Java: no Kafka, no Avro, no I/O and no clock. Time comes in as epoch milliseconds (UTC), and the same ledger,
 * model and time give the same result on every machine. Nothing in here is synchronized; what is mutable says so.
 *
 * <p>Start with {@link io.truenorth.relationship.ledger.RelationshipLedger}, {@link
 * io.truenorth.relationship.model.ScoringModel} and {@link io.truenorth.relationship.score.RelationshipScoring}.
 */
@NullMarked
package io.truenorth.relationship;

import org.jspecify.annotations.NullMarked;
