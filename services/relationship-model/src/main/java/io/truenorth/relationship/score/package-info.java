/**
 * Score, stage, explanation and forecast as pure functions of (ledger, model, time).
 *
 * <p>{@link io.truenorth.relationship.score.RelationshipScoring} applies one model; its {@link
 * io.truenorth.relationship.score.Assessment} covers one customer at one time in a single pass over the ledger. Scores
 * are integers in micro-points: 1 point is 1 000 000.
 */
@NullMarked
package io.truenorth.relationship.score;

import org.jspecify.annotations.NullMarked;
