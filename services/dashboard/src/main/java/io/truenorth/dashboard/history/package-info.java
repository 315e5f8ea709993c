/** The history of every scope: hourly for some days, daily for ever, stored on a topic of its own. */
@NullMarked
package io.truenorth.dashboard.history;

import org.jspecify.annotations.NullMarked;
