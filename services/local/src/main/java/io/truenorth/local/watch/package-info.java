/** Scores and snapshots as lines for people who watch them change. */
@NullMarked
package io.truenorth.local.watch;

import org.jspecify.annotations.NullMarked;
