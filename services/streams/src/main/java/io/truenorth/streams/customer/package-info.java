/**
 * The relationships of one partition: ledgers and attributes of customers, their storage, when they are scored and what
 * is published. Plain classes, confined to the partition's stream thread unless stated otherwise.
 */
@NullMarked
package io.truenorth.streams.customer;

import org.jspecify.annotations.NullMarked;
