package io.truenorth.gateway.event;

/**
 * Money as a client sent it.
 *
 * @param amountMinor in minor units of the currency, signed
 * @param currency ISO 4217
 */
record SentMoney(long amountMinor, String currency) {}
