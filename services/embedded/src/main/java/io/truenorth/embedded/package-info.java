/**
 * Kafka and a schema registry on one machine, on durable data: {@link io.truenorth.embedded.EmbeddedKafka} is a real KRaft
 * broker inside the process, {@link io.truenorth.embedded.LocalRegistry} a real registry in a process of its own that ends
 * with ours, {@link io.truenorth.embedded.EmbeddedPlatform} both of them. They listen on loopback only.
 *
 * <p>What keeps one from starting is a {@link io.truenorth.embedded.StartRefusedException} with a typed reason and a
 * message that says what to do. What ends one later, unasked, completes its {@code failure()} with an {@link
 * io.truenorth.embedded.Outage}. Instances are safe to use from any thread; {@code close()} is bounded in time and may be
 * called again.
 */
@NullMarked
package io.truenorth.embedded;

import org.jspecify.annotations.NullMarked;
