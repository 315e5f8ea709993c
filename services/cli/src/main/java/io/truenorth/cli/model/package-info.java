/** The command {@code model}: prints, checks, shows and compares scoring models. */
@NullMarked
package io.truenorth.cli.model;

import org.jspecify.annotations.NullMarked;
