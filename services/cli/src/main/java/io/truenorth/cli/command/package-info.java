/** What commands share: the terminal, exit codes, output files, and the options that name a deployment. */
@NullMarked
package io.truenorth.cli.command;

import org.jspecify.annotations.NullMarked;
