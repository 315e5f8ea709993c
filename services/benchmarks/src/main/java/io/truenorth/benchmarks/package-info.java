/** What the domain costs, measured with JMH; CONTRIBUTING has the command. */
@NullMarked
package io.truenorth.benchmarks;

import org.jspecify.annotations.NullMarked;
