package io.truenorth.relationship.model;

/** What becomes of a touch whose kind a model does not list. */
public enum UnknownKinds {
    /** It counts as engagement and has no points. */
    ENGAGE,
    /** It is refused before it reaches a ledger. */
    REFUSE
}
