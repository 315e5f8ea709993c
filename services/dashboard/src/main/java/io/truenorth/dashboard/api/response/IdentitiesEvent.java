package io.truenorth.dashboard.api.response;

/**
 * The live event {@code identities}: the identities of a customer whom the client follows changed, or a link was refused.
 *
 * @param id that the client follows
 * @param customer the customer that it is part of now
 */
public record IdentitiesEvent(String id, String customer) {}
