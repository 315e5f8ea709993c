/**
 * Writes touchpoints to Kafka without a gateway: for whoever has many of them, such as a history or a simulation.
 *
 * <p>Depends on the contracts alone; knows nothing of scores.
 */
@NullMarked
package io.truenorth.producer;

import org.jspecify.annotations.NullMarked;
