/** Histories on their way into a running deployment. */
@NullMarked
package io.truenorth.local.replay;

import org.jspecify.annotations.NullMarked;
