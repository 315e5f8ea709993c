/**
 * What is known of a customer: integer counts by day, channel, kind and subject, and the ids of the events they came
 * from.
 *
 * <p>Ledgers add cell by cell and form a commutative group, so that order of arrival, partitioning and merging cannot
 * change a result. {@link io.truenorth.relationship.ledger.RelationshipLedger} and {@link
 * io.truenorth.relationship.ledger.LedgerMonth} are mutable and belong to one thread; everything else is immutable.
 */
@NullMarked
package io.truenorth.relationship.ledger;

import org.jspecify.annotations.NullMarked;
