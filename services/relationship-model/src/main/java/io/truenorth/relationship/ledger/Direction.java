package io.truenorth.relationship.ledger;

/** Which side initiated a touch. */
public enum Direction {
    /** The customer. */
    INBOUND,
    /** The brand. */
    OUTBOUND
}
