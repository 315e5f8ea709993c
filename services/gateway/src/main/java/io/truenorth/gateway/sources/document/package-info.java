/**
 * Sources: other systems whose payloads the gateway takes, each declared by a small YAML document. {@link
 * io.truenorth.gateway.sources.document.SourceDocument} reads one, naming every mistake by its path, and makes a {@link
 * io.truenorth.gateway.sources.document.Source} of it: how its requests are checked and what its payloads become. {@link
 * io.truenorth.gateway.sources.document.ShippedSources} are the documents that come with the project. No HTTP and no Kafka here.
 */
@NullMarked
package io.truenorth.gateway.sources.document;

import org.jspecify.annotations.NullMarked;
