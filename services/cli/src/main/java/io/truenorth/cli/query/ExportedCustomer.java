package io.truenorth.cli.query;

import io.truenorth.relationship.score.ScoreSnapshot;

/**
 * The score of a customer.
 *
 * @param customer the customer's id
 * @param snapshot at the requested point in time
 */
public record ExportedCustomer(String customer, ScoreSnapshot snapshot) {}
