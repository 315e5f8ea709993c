/** The commands {@code score} and {@code scores}, and the output formats of scores. */
@NullMarked
package io.truenorth.cli.score;

import org.jspecify.annotations.NullMarked;
