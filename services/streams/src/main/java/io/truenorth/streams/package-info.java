/**
 * From touchpoints to relationship scores to the advocacy dashboard.
 *
 * <p>{@link io.truenorth.streams.topology} says what flows where; {@link io.truenorth.streams.decode} tells good
 * touchpoints from bad ones; {@link io.truenorth.streams.customer} keeps ledgers and scores them, once per customer and
 * commit; {@link io.truenorth.streams.rollup} sums up what was published; {@link io.truenorth.streams.store} is the
 * write-behind store under both.
 */
@NullMarked
package io.truenorth.streams;

import org.jspecify.annotations.NullMarked;
