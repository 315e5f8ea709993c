/** Scores written for machines: one JSON object a line, or CSV. */
@NullMarked
package io.truenorth.local.scores;

import org.jspecify.annotations.NullMarked;
