/**
 * The programs that the pipeline benchmark compares. Each runs in a process of its own, started by {@link
 * io.truenorth.benchmarks.contender.ContenderMain}. All use the same domain code: {@link
 * io.truenorth.benchmarks.contender.Relationship} adds touchpoints and encodes the state, {@link
 * io.truenorth.benchmarks.contender.Scores} makes the records that are published.
 */
@NullMarked
package io.truenorth.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
