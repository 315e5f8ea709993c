/**
 * The throughput of the streams service, beside the ceilings of such work, Kafka Streams' DSL and Flink. {@link
 * io.truenorth.benchmarks.pipeline.PipelineBenchmark} is the command. Broker and registry have a process of their own,
 * and so has each run of each contender; the command measures them from outside, and then checks every customer's latest
 * score.
 */
@NullMarked
package io.truenorth.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
