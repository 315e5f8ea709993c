package io.truenorth.dashboard.customers;

/**
 * Negative feedback of a customer.
 *
 * @param channel the channel
 * @param subject the subject; empty where nothing was said
 * @param lastAt start of the last day of it, epoch ms
 */
public record NegativeFeedbackRow(String channel, String subject, long lastAt) {}
