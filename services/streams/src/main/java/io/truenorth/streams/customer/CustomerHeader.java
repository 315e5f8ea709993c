package io.truenorth.streams.customer;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a customer beside the months of the ledger.
 *
 * @param attributes of the customer
 * @param published what was last published; null where nothing was
 * @param dueAt when to look at the customer again (epoch ms), as the due-index holds it
 */
record CustomerHeader(Attributes attributes, @Nullable Published published, OptionalLong dueAt) {}
