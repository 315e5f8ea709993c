/**
 * The ledger of a customer: the set of their events, each with what it counted, and the cells they add up to, by day,
 * channel, kind and subject.
 *
 * <p>Ledgers unite: {@code union} is commutative, associative and idempotent, so that order of arrival, partitioning and
 * merging cannot change a result. {@link io.truenorth.relationship.ledger.RelationshipLedger} is mutable and confined to
 * one thread; so are the {@link io.truenorth.relationship.ledger.DayCells} it passes on. All other types are immutable.
 */
@NullMarked
package io.truenorth.relationship.ledger;

import org.jspecify.annotations.NullMarked;
