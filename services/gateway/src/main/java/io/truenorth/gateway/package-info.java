/**
 * The gateway: touchpoints in by HTTP, out to Kafka. A request goes one way: {@link
 * io.truenorth.gateway.TouchpointEndpoint} reads its body within limits, takes it apart into events, holds each against the
 * contract, hands the good ones to {@link io.truenorth.gateway.TouchpointPublisher} and answers when Kafka has them all.
 *
 * <p>Each request has one thread from beginning to end. What is in memory is bounded: requests by a count, their bodies by
 * a common budget, records by the producer's buffer. {@link io.truenorth.gateway.GatewayMain} puts it together.
 */
@NullMarked
package io.truenorth.gateway;

import org.jspecify.annotations.NullMarked;
