/**
 * The command line. {@link io.truenorth.cli.Truenorth} puts everything together; the commands are thin and leave the
 * work to the packages below: reading histories, writing scores, explaining one customer.
 *
 * <p>What a command touches of the outside world (streams, clock, width of the terminal) comes in by {@link
 * io.truenorth.cli.command.Terminal}, so that tests run it in their own process.
 */
@NullMarked
package io.truenorth.cli;

import org.jspecify.annotations.NullMarked;
