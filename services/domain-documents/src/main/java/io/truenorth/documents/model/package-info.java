/**
 * Scoring models as YAML documents: {@link io.truenorth.documents.model.ScoringModelDocument} reads them, and {@code
 * standard-model.yaml} beside it is the standard model with every key explained.
 */
@NullMarked
package io.truenorth.documents.model;

import org.jspecify.annotations.NullMarked;
