package io.truenorth.streams.customer;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.identity.JoinMessage;
import org.jspecify.annotations.Nullable;

/** Where the joins of a partition send to; everything is part of the current transaction. */
public interface JoinOutput {
    /** Sends a message, with the time of the record that caused it (epoch ms). */
    void send(JoinMessage message, long causedAt);

    /** Publishes what became of a link. */
    void publish(IdentityEvent event);

    /** Publishes what was done for a request to erase a customer or to set consent, which names an identity. */
    void publish(String identity, PrivacyReceipt receipt);

    /** Publishes that a customer is part of another; null if it is one again. */
    void redirect(String customer, @Nullable String into, long causedAt);

    /** Keeps a record as failed whose touchpoint could not be added to its customer. */
    void reject(ReceivedRecord received, RejectedRecord why);
}
