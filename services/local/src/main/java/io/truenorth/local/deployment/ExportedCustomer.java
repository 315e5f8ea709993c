package io.truenorth.local.deployment;

import io.truenorth.relationship.score.ScoreSnapshot;

/**
 * A customer of an export.
 *
 * @param customer the customer's id
 * @param snapshot at the moment that was asked for
 */
public record ExportedCustomer(String customer, ScoreSnapshot snapshot) {}
