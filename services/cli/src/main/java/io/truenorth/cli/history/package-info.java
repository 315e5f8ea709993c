/** Reads histories for all commands that take them: options, progress, rejected lines, ledgers. */
@NullMarked
package io.truenorth.cli.history;

import org.jspecify.annotations.NullMarked;
