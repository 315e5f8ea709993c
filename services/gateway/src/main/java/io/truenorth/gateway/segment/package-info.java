/**
 * Messages of Segment's tracking API: {@link io.truenorth.gateway.segment.SegmentEndpoint} receives them,
 * {@link io.truenorth.gateway.segment.SegmentTranslation} makes an event of each. The
 * meaning of the events of Segment's specifications is a table, {@link io.truenorth.gateway.segment.SpecEvent}.
 */
@NullMarked
package io.truenorth.gateway.segment;

import org.jspecify.annotations.NullMarked;
