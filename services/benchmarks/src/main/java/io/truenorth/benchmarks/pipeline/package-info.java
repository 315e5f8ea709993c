/**
 * What the whole pipeline carries: our streams service beside the least that such work can cost (a plain consumer and
 * producer) and beside what Kafka Streams' own DSL makes of it. {@link
 * io.truenorth.benchmarks.pipeline.PipelineBenchmark} is the command. Broker and registry have a process of their own, and
 * so has each run of each contender ({@link io.truenorth.benchmarks.pipeline.ContenderMain}); the command only measures
 * them from outside, and then checks every score that they published.
 */
@NullMarked
package io.truenorth.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
