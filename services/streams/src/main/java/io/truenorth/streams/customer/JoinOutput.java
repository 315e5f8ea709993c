package io.truenorth.streams.customer;

import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.identity.JoinMessage;

/** Where the joins of a partition send to; everything is part of the current transaction. */
public interface JoinOutput {
    /** Sends a message, with the time of the record being processed. */
    void send(JoinMessage message);

    /** Keeps a record as failed whose touchpoint could not be added to its customer. */
    void reject(ReceivedRecord received, RejectedRecord why);
}
