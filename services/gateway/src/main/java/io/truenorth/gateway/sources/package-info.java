/**
 * The sources of a deployment: {@link io.truenorth.gateway.sources.SourcesSection} reads their documents and finds their
 * secrets, {@link io.truenorth.gateway.sources.ConfiguredSources} makes of each a sender and a translation.
 */
@NullMarked
package io.truenorth.gateway.sources;

import org.jspecify.annotations.NullMarked;
