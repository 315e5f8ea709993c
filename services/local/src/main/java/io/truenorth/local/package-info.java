/**
 * The command line. {@link io.truenorth.local.Truenorth} puts everything together; the commands are thin and leave the
 * work to the packages below: reading histories, writing scores, explaining one customer.
 *
 * <p>What a command touches of the outside world (streams, clock, width of the terminal) comes in by {@link
 * io.truenorth.local.Terminal}, so that tests run it in their own process.
 */
@NullMarked
package io.truenorth.local;

import org.jspecify.annotations.NullMarked;
