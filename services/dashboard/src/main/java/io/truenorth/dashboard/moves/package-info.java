/**
 * How customers came from the beginning of a period to now: from stage to stage, and by points gained and lost. Computed by the
 * streams service from what is known today of both moments, so that it does not matter in which order it became known.
 */
@NullMarked
package io.truenorth.dashboard.moves;

import org.jspecify.annotations.NullMarked;
