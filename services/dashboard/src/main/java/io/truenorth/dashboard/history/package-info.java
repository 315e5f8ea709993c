/** How every scope stood before: by hour for some days, by day for ever, kept in a topic of its own. */
@NullMarked
package io.truenorth.dashboard.history;

import org.jspecify.annotations.NullMarked;
