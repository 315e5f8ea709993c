/** How fast the dashboard tells: {@link io.truenorth.benchmarks.dashboard.DashboardBenchmark}. */
@NullMarked
package io.truenorth.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
