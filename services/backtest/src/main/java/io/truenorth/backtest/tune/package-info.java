/**
 * Tuning: variants of a scoring model are compared on the earlier part of histories, and the choice is judged on the later
 * part, which takes no part in it. {@link io.truenorth.backtest.tune.ModelTuning} is the entry.
 */
@NullMarked
package io.truenorth.backtest.tune;

import org.jspecify.annotations.NullMarked;
