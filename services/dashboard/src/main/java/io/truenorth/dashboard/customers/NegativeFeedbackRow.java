package io.truenorth.dashboard.customers;

/**
 * Where a customer was displeased, and about what.
 *
 * @param channel the channel
 * @param subject the subject; empty where nothing was said
 * @param lastAt start of the last day of it, epoch ms
 */
public record NegativeFeedbackRow(String channel, String subject, long lastAt) {}
