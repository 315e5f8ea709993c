/**
 * What the gateway takes: {@link io.truenorth.benchmarks.gateway.GatewayBenchmark} drives it from another process, beside a
 * server of the same HTTP library that reads the same bodies and drops them.
 */
@NullMarked
package io.truenorth.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
