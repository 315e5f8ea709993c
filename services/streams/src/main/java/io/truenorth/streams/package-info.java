/**
 * The streams service: from touchpoints to relationship scores to the advocacy dashboard.
 *
 * <p>{@link io.truenorth.streams.topology} defines the data flow; {@link io.truenorth.streams.decode} validates
 * touchpoints; {@link io.truenorth.streams.customer} keeps ledgers and scores them, once per customer and commit;
 * {@link io.truenorth.streams.rollup} aggregates the published scores; {@link io.truenorth.streams.store} is the
 * write-behind store used by both.
 */
@NullMarked
package io.truenorth.streams;

import org.jspecify.annotations.NullMarked;
