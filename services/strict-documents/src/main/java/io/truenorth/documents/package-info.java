/**
 * Strict reading of YAML documents: values are typed, unknown keys are errors, and all problems are reported at
 * once, each with its path and line.
 *
 * <p>{@link io.truenorth.documents.Document} parses YAML (or JSON, a subset of it) into {@link
 * io.truenorth.documents.DocumentNode}s; readers request typed values from them. Nothing in a document is evaluated.
 * Documents are not thread-safe.
 */
@NullMarked
package io.truenorth.documents;

import org.jspecify.annotations.NullMarked;
