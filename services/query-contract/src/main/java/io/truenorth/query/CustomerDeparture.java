package io.truenorth.query;

import java.time.LocalDate;

/**
 * An act by which a customer left, such as an unsubscribe.
 *
 * @param channel where it happened
 * @param kind what happened
 * @param day when, UTC
 */
public record CustomerDeparture(String channel, String kind, LocalDate day) {}
