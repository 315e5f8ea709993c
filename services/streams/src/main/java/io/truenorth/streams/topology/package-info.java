/**
 * The data flow: {@link io.truenorth.streams.topology.TouchpointTopology}, {@link
 * io.truenorth.streams.topology.AdvocacyRollup}, and their processors.
 */
@NullMarked
package io.truenorth.streams.topology;

import org.jspecify.annotations.NullMarked;
