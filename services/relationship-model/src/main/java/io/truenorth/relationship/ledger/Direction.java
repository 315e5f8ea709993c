package io.truenorth.relationship.ledger;

/** Who acted in a touch. */
public enum Direction {
    /** The customer did it. */
    INBOUND,
    /** The brand did it. */
    OUTBOUND
}
