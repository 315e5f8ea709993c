package io.truenorth.identity.joining;

/** What came under an identity and moves with it: an event, or a part of a ledger. The protocol does not look into it. */
public interface Content {}
