/**
 * Documents that people write, read strictly: every value is typed, an unknown key is an error, and all that is wrong is
 * told at once, each problem with its path and line.
 *
 * <p>{@link io.truenorth.documents.Document} parses YAML (or JSON, which is YAML) into {@link
 * io.truenorth.documents.DocumentNode}s; a reader asks them for what it expects and collects the answers. Nothing in a
 * document is ever evaluated. A document and its nodes belong to one thread.
 */
@NullMarked
package io.truenorth.documents;

import org.jspecify.annotations.NullMarked;
