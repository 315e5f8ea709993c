/**
 * Backtests of scoring models: customers are scored at a midnight of the past, and the scores are compared with what the
 * customers did afterwards.
 *
 * <p>A {@link io.truenorth.backtest.Cohort} are the customers known at that midnight with their {@link
 * io.truenorth.backtest.ObservedOutcomes outcomes}; {@link io.truenorth.backtest.Predictor}s assign each of them a number,
 * and {@link io.truenorth.backtest.Measure}s tell how well a predictor orders the customers. {@link
 * io.truenorth.backtest.Bootstrap} adds confidence intervals. {@link io.truenorth.backtest.Backtest} puts them together.
 *
 * <p>All classes are immutable; results depend on the input and the seed alone, not on the number of threads.
 */
@NullMarked
package io.truenorth.backtest;

import org.jspecify.annotations.NullMarked;
