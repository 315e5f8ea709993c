/**
 * Kafka and a schema registry on a single machine, with durable data. {@link io.truenorth.embedded.EmbeddedKafka} is a KRaft
 * broker inside this process, {@link io.truenorth.embedded.LocalRegistry} a registry in a child process, and {@link
 * io.truenorth.embedded.EmbeddedPlatform} starts both. They listen on loopback only.
 *
 * <p>A failed start throws a {@link io.truenorth.embedded.StartRefusedException} with a typed reason and a message with the
 * action to take. A later failure completes {@code failure()} with an {@link io.truenorth.embedded.Outage}. Instances are
 * thread-safe; {@code close()} has a time limit and is idempotent.
 */
@NullMarked
package io.truenorth.embedded;

import org.jspecify.annotations.NullMarked;
