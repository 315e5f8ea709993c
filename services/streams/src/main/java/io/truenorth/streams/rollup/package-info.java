/**
 * Integer sums per scope of what was last published for each customer, so that children add up to their parent exactly.
 */
@NullMarked
package io.truenorth.streams.rollup;

import org.jspecify.annotations.NullMarked;
