/**
 * The contract between Truenorth and everybody who writes to it or reads from it: which topics there are
 * ({@link io.truenorth.schemas.Topics}), how a deployment names and sizes them
 * ({@link io.truenorth.schemas.TopicCatalogue}), what the headers of a refused record say
 * ({@link io.truenorth.schemas.FailedTouchpoint}), and every schema ever released
 * ({@link io.truenorth.schemas.ReleasedSchemas}). Plain data, safe to share between threads.
 */
@NullMarked
package io.truenorth.schemas;

import org.jspecify.annotations.NullMarked;
