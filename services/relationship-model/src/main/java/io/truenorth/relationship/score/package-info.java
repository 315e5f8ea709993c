/**
 * Where a relationship stands: score, stage, explanation and next drop as pure functions of (ledger, model, time).
 *
 * <p>{@link io.truenorth.relationship.score.RelationshipScoring} applies one model; its {@link
 * io.truenorth.relationship.score.Assessment} answers every question about one customer at one moment from a single walk
 * over the ledger. Scores are integers in micro-points: 1 point is 1 000 000.
 */
@NullMarked
package io.truenorth.relationship.score;

import org.jspecify.annotations.NullMarked;
