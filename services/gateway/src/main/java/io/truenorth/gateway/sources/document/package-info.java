/**
 * The documents of sources: {@link io.truenorth.gateway.sources.document.SourceDocument} reads one, reporting every mistake by its
 * path, into a {@link io.truenorth.gateway.sources.document.Source}. {@link
 * io.truenorth.gateway.sources.document.ShippedSources} are the documents that come with the project.
 */
@NullMarked
package io.truenorth.gateway.sources.document;

import org.jspecify.annotations.NullMarked;
