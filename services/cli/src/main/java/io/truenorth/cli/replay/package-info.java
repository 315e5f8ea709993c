/** The command {@code replay}: writes histories to a running deployment and waits for their scores. */
@NullMarked
package io.truenorth.cli.replay;

import org.jspecify.annotations.NullMarked;
