package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;

/**
 * A reference of one identity is claimed for another. It goes to the customer of the owner, who knows whether the other is
 * theirs, too.
 *
 * @param reference the reference, {@code type:id}
 * @param claim the claim that does not count, as its event is the later
 */
public record ReferenceConflict(String reference, ReferenceClaim claim) implements Content {}
