package io.truenorth.gateway.segment;

import io.truenorth.gateway.translation.KindNames;

/**
 * What a source of messages says about them.
 *
 * @param name its name
 * @param channel the channel of what neither the event nor the device that sent it assigns to one
 * @param names the kinds of {@code track} events by name
 */
public record SegmentSource(String name, String channel, KindNames names) {}
