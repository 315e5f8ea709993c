/**
 * The contract between Truenorth and its producers and consumers: the topics ({@link io.truenorth.schemas.Topics}), a
 * deployment's names and sizes of them ({@link io.truenorth.schemas.TopicCatalogue}), the headers of failed records
 * ({@link io.truenorth.schemas.FailedTouchpoint}), and every released schema ({@link
 * io.truenorth.schemas.ReleasedSchemas}). Immutable and thread-safe.
 */
@NullMarked
package io.truenorth.schemas;

import org.jspecify.annotations.NullMarked;
