/**
 * The gateway's own API: {@link io.truenorth.gateway.touchpoints.TouchpointEndpoint} takes events in the native form, and
 * {@link io.truenorth.gateway.touchpoints.BatchReader} takes a body of them apart.
 */
@NullMarked
package io.truenorth.gateway.touchpoints;

import org.jspecify.annotations.NullMarked;
