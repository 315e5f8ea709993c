/**
 * Scoring models as YAML documents: {@link io.truenorth.documents.model.ScoringModelDocument} reads them, and {@code
 * standard-model.yaml} beside it is the standard model with every key explained. {@link
 * io.truenorth.documents.model.ModelText} writes a model in full, and {@link io.truenorth.documents.model.ModelDifference}
 * compares two.
 */
@NullMarked
package io.truenorth.documents.model;

import org.jspecify.annotations.NullMarked;
