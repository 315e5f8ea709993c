/**
 * Integer aggregates per scope over the latest published score of each customer, so that child scopes add up to their
 * parent exactly.
 */
@NullMarked
package io.truenorth.streams.rollup;

import org.jspecify.annotations.NullMarked;
