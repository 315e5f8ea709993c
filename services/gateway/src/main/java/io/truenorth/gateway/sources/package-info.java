/**
 * The sources of a deployment: {@link io.truenorth.gateway.sources.SourcesConfig} reads their documents and resolves their secrets,
 * {@link io.truenorth.gateway.sources.ConfiguredSources} makes of each a sender and a translation. Webhooks come in by {@link
 * io.truenorth.gateway.sources.WebhookEndpoint}, and what failed is sent again by {@link
 * io.truenorth.gateway.sources.ReplayEndpoint}.
 */
@NullMarked
package io.truenorth.gateway.sources;

import org.jspecify.annotations.NullMarked;
