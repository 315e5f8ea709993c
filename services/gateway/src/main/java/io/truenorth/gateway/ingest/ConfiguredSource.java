package io.truenorth.gateway.ingest;

import io.truenorth.gateway.admission.Sender;

/**
 * A declared source as it runs.
 *
 * @param sender who it is, and what it may send
 * @param translation what it means by what it sends
 */
public record ConfiguredSource(Sender sender, Translation translation) {}
