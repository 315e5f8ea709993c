/** The command {@code watch}: scores and snapshots, one line for each change. */
@NullMarked
package io.truenorth.cli.watch;

import org.jspecify.annotations.NullMarked;
