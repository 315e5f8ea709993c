/**
 * Stage changes, and points gained and lost, between the start of a period and now. The streams service computes both states from
 * all data known today, so the result does not depend on the order of arrival.
 */
@NullMarked
package io.truenorth.dashboard.moves;

import org.jspecify.annotations.NullMarked;
