/**
 * Messages in the format of Segment: {@link io.truenorth.gateway.segment.SegmentEndpoint} takes them,
 * {@link io.truenorth.gateway.segment.SegmentTranslation} makes a native event of each. What
 * the names of Segment's own specifications mean is a table, {@link io.truenorth.gateway.segment.SpecEvent}.
 */
@NullMarked
package io.truenorth.gateway.segment;

import org.jspecify.annotations.NullMarked;
