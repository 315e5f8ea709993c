package io.truenorth.dashboard.customers;

/**
 * Negative feedback of a customer.
 *
 * @param channel the channel
 * @param subject the subject; empty for the brand as a whole
 * @param lastAt start of the day of the last feedback, epoch ms
 */
public record NegativeFeedbackRow(String channel, String subject, long lastAt) {}
