/** The touchpoints that the contenders of the pipeline benchmark process: the same for the same seed. */
@NullMarked
package io.truenorth.benchmarks.load;

import org.jspecify.annotations.NullMarked;
