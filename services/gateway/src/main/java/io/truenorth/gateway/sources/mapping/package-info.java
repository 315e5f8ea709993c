/**
 * Maps payloads of other systems to events, as a document declares it: {@link
 * io.truenorth.gateway.sources.mapping.PayloadMapping} applies the rules to every element of a payload, and the first rule whose
 * conditions hold applies. Fields are {@link io.truenorth.gateway.sources.mapping.Expression}s, a closed list of functions over
 * locations; nothing is evaluated as code.
 *
 * <p>Every mistake in a document is reported by its path. Everything here is immutable and thread-safe.
 */
@NullMarked
package io.truenorth.gateway.sources.mapping;

import org.jspecify.annotations.NullMarked;
