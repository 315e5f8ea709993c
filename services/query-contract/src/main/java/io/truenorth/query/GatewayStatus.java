package io.truenorth.query;

/**
 * The status of one instance of the gateway: {@code GET /v1/status}. The counts begin with the process.
 *
 * @param accepted events that Kafka acknowledged
 * @param refused events and requests that were refused
 */
public record GatewayStatus(long accepted, long refused) {}
