package io.truenorth.standalone;

import java.net.URI;

/**
 * The addresses of a standalone system.
 *
 * @param bootstrapServers of Kafka
 * @param registryUrl of the schema registry's Confluent API
 * @param gateway of the gateway
 * @param queries of the streams service
 * @param dashboard of the dashboard
 */
public record SystemAddresses(String bootstrapServers, String registryUrl, URI gateway, URI queries, URI dashboard) {}
