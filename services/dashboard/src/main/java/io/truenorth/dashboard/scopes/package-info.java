/** The sums by scope as last published, and who moved between stages, by scope and day. */
@NullMarked
package io.truenorth.dashboard.scopes;

import org.jspecify.annotations.NullMarked;
