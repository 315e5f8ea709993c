/** The command {@code explain}: the report on one customer. */
@NullMarked
package io.truenorth.cli.explain;

import org.jspecify.annotations.NullMarked;
