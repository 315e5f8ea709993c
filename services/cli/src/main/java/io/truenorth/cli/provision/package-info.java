/** The command {@code provision}. */
@NullMarked
package io.truenorth.cli.provision;

import org.jspecify.annotations.NullMarked;
