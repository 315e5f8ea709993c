/**
 * The gateway: what channels send in by HTTP, out to Kafka. A request goes one way: {@link
 * io.truenorth.gateway.admission.Admission} finds out who sends it, {@link io.truenorth.gateway.ingest.IngestPipeline} gives it room,
 * the channel's endpoint makes events of it, {@link io.truenorth.gateway.event.TouchpointMapper} holds each against the
 * contract, and {@link io.truenorth.gateway.ingest.Publisher} waits until Kafka has them all before it is answered.
 *
 * <p>Each request has one thread from beginning to end. What is in memory is bounded: requests by a count, their bodies by
 * a common budget, records by the producer's buffer. {@link io.truenorth.gateway.GatewayMain} puts it together.
 */
@NullMarked
package io.truenorth.gateway;

import org.jspecify.annotations.NullMarked;
