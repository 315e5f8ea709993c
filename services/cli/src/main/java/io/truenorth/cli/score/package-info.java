/** The commands {@code score}, {@code scores} and {@code model}, and the output formats of scores. */
@NullMarked
package io.truenorth.cli.score;

import org.jspecify.annotations.NullMarked;
