/**
 * What failed after it was accepted comes in again by {@link io.truenorth.gateway.replays.ReplayEndpoint}, once its source is
 * repaired.
 */
@NullMarked
package io.truenorth.gateway.replays;

import org.jspecify.annotations.NullMarked;
