/** The history of every scope, stored on its own topic: hourly for eight days, daily without limit. */
@NullMarked
package io.truenorth.dashboard.history;

import org.jspecify.annotations.NullMarked;
