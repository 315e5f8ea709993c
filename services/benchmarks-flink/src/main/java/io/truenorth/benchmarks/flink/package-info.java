/**
 * The contenders of the pipeline benchmark on Apache Flink: a local cluster in one JVM, exactly-once processing, the same
 * decoder and domain code as all others. Touchpoints are sent to the operator as bytes; each changed customer is scored
 * once per checkpoint.
 */
@NullMarked
package io.truenorth.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
