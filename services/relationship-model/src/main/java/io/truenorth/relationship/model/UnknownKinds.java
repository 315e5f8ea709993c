package io.truenorth.relationship.model;

/** The treatment of touches whose kind a model does not list. */
public enum UnknownKinds {
    /** They count as engagement and earn no points. */
    ENGAGE,
    /** They are rejected before they reach a ledger. */
    REFUSE
}
