package io.truenorth.local.deployment;

import io.truenorth.relationship.score.Standing;

/**
 * Where a customer stands.
 *
 * @param customer the customer's id
 * @param standing at the moment that was asked for
 */
public record CustomerStanding(String customer, Standing standing) {}
