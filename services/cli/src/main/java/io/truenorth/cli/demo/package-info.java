/** The command {@code demo}. */
@NullMarked
package io.truenorth.cli.demo;

import org.jspecify.annotations.NullMarked;
