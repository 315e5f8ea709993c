/**
 * From the payload of another system to events of our own form, as a document declares it: rules ({@link
 * io.truenorth.gateway.sources.mapping.EventRule}, {@link io.truenorth.gateway.sources.mapping.IgnoreRule}) are asked for every
 * element of the payload, and the first whose conditions hold takes it. Fields are {@link
 * io.truenorth.gateway.sources.mapping.Value}s, a closed list of functions over places; nothing is evaluated.
 *
 * <p>The readers note every mistake of a document by its path. All here is immutable and may be used by many threads.
 */
@NullMarked
package io.truenorth.gateway.sources.mapping;

import org.jspecify.annotations.NullMarked;
