/**
 * Who the objects belong to that events refer to, such as orders and tickets, and the events that wait until that is known:
 * state and its binary forms, in the composite store of the partition that a reference hashes to.
 */
@NullMarked
package io.truenorth.streams.reference;

import org.jspecify.annotations.NullMarked;
