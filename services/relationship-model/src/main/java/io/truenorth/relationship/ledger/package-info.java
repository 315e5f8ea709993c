/**
 * The ledger of a customer: integer counts by day, channel, kind and subject, and the ids of the counted events.
 *
 * <p>Ledgers add up cell by cell and form a commutative group, so that order of arrival, partitioning and merging
 * cannot change a result. {@link io.truenorth.relationship.ledger.RelationshipLedger} and {@link
 * io.truenorth.relationship.ledger.LedgerMonth} are mutable and confined to one thread; all other types are immutable.
 */
@NullMarked
package io.truenorth.relationship.ledger;

import org.jspecify.annotations.NullMarked;
