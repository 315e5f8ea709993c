/** Shared by all commands: the terminal, exit codes, output files, and the options that select a deployment. */
@NullMarked
package io.truenorth.cli.command;

import org.jspecify.annotations.NullMarked;
