/**
 * The gateway: events by HTTP in, records on Kafka out. A request goes one way: {@link
 * io.truenorth.gateway.admission.SourceAuthenticator} finds out who sends it, the endpoint of its protocol reads its messages, {@link
 * io.truenorth.gateway.ingest.IngestPipeline} translates and validates them, and {@link io.truenorth.gateway.ingest.Publisher} waits
 * until Kafka has acknowledged them all before the request is answered.
 *
 * <p>Each request has one thread from beginning to end. Memory is bounded: requests by a count, their bodies by a common budget,
 * records by the producer's buffer. {@link io.truenorth.gateway.GatewayMain} puts it together.
 */
@NullMarked
package io.truenorth.gateway;

import org.jspecify.annotations.NullMarked;
