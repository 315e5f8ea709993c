package io.truenorth.gateway.ingest;

import io.truenorth.gateway.admission.Sender;

/**
 * A source of the configuration.
 *
 * @param sender its identity and permissions
 * @param translation how its messages are translated
 */
public record ConfiguredSource(Sender sender, Translation translation) {}
