/**
 * Joins the identities of customers within the topology: the binary forms of state and messages of {@link
 * io.truenorth.identity.joining}.
 */
@NullMarked
package io.truenorth.streams.identity;

import org.jspecify.annotations.NullMarked;
