package io.truenorth.relationship.model;

/** The dimensions of a relationship; each contributes a part of the score. */
public enum Dimension {
    ENGAGEMENT,
    MONEY,
    CONNECTEDNESS,
    RECIPROCITY,
    SENTIMENT,
    ADVOCACY
}
