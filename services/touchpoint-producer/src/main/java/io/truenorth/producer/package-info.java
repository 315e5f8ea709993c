/**
 * Writes touchpoints to Kafka directly, without a gateway: for high volumes, such as histories or simulations.
 *
 * <p>Depends only on the contracts, not on scoring.
 */
@NullMarked
package io.truenorth.producer;

import org.jspecify.annotations.NullMarked;
