package io.truenorth.streams.decode;

/**
 * Where a record came from.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 * @param timestamp when it was appended there, epoch ms
 */
public record Origin(String topic, int partition, long offset, long timestamp) {}
