/** Lines and the status line that the demo and the command line print. */
@NullMarked
package io.truenorth.standalone.terminal;

import org.jspecify.annotations.NullMarked;
