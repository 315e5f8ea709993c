/**
 * What flows where: {@link io.truenorth.streams.topology.TouchpointTopology} and {@link
 * io.truenorth.streams.topology.AdvocacyRollup}, and the thin processors in them.
 */
@NullMarked
package io.truenorth.streams.topology;

import org.jspecify.annotations.NullMarked;
