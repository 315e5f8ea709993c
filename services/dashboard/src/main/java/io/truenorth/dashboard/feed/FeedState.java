package io.truenorth.dashboard.feed;

/**
 * How far a topic is read.
 *
 * @param topic the topic
 * @param caughtUp whether all was read that was there at the start
 * @param lag records that are not read yet
 * @param answeredAt when Kafka last answered, epoch ms; 0 if it never did
 */
public record FeedState(String topic, boolean caughtUp, long lag, long answeredAt) {}
