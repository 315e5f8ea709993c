/** What benchmarks share: child processes, a broker with registry, timing and output. */
@NullMarked
package io.truenorth.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
