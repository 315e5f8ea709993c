/**
 * The relationships of one partition: what is known of each customer, how it is stored, when it is scored and what is
 * published of it. Plain classes on the stream thread that owns the partition, unless a class says otherwise.
 */
@NullMarked
package io.truenorth.streams.customer;

import org.jspecify.annotations.NullMarked;
