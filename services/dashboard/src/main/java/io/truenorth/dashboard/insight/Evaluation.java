package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.Customers;
import java.util.Set;

/**
 * What opportunities are looked for in.
 *
 * @param customers all of them
 * @param segments the attributes whose values are compared
 * @param moved points gained and lost in the period
 * @param days how long the period is
 * @param since when it began, epoch ms
 * @param now the moment, epoch ms
 */
record Evaluation(Customers customers, Set<String> segments, PointsMoved moved, int days, long since, long now) {}
