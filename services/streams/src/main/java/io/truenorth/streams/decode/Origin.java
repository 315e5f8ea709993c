package io.truenorth.streams.decode;

/**
 * The origin of a record.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 * @param timestamp when it was appended there, epoch ms
 */
public record Origin(String topic, int partition, long offset, long timestamp) {}
