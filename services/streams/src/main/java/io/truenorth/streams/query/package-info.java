/**
 * Questions over HTTP about customers, answered where the customer's partition is. HTTP threads read what is written and
 * never what is on the heap of a stream thread.
 */
@NullMarked
package io.truenorth.streams.query;

import org.jspecify.annotations.NullMarked;
