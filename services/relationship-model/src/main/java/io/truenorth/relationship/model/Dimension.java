package io.truenorth.relationship.model;

/**
 * The dimensions of a relationship; each contributes a part of the score.
 *
 * <p>A new dimension needs, besides its constant here: parameters and a weight in {@link ScoringModel}, and their keys in the
 * model's document; a part of {@code score.Contributions}; its value in {@code score.DecayedSums.read}, and its half-life in
 * {@code score.ScoreRules}, which bounds how fast a score falls; a split in {@code score.ScoreSplit} if it is split over
 * channels; a field of the contract's {@code Contributions}, with {@code ScoreMapping} and {@code SnapshotMapping} in
 * streams; and a new version of {@code CustomerHeaderFormat} and {@code ScopeAggregateFormat}.
 */
public enum Dimension {
    ENGAGEMENT,
    MONEY,
    CONNECTEDNESS,
    RECIPROCITY,
    SENTIMENT,
    ADVOCACY
}
