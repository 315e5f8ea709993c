package io.truenorth.streams.customer;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a customer besides the months of the ledger.
 *
 * @param attributes of the customer
 * @param published the score last published; null if none was
 * @param dueAt when the customer is due for rescoring (epoch ms), as stored in the due index
 */
record CustomerHeader(Attributes attributes, @Nullable Published published, OptionalLong dueAt) {}
