package io.truenorth.cli.query;

import io.truenorth.relationship.score.ScoreSnapshot;

/**
 * Where a customer stands.
 *
 * @param customer the customer's id
 * @param snapshot at the moment that was asked for
 */
public record CustomerStanding(String customer, ScoreSnapshot snapshot) {}
