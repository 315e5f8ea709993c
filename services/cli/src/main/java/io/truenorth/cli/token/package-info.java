/** The command {@code token}. */
@NullMarked
package io.truenorth.cli.token;

import org.jspecify.annotations.NullMarked;
