/** Topics read from their beginning, each by a consumer and a thread of its own, and how far each one is. */
@NullMarked
package io.truenorth.dashboard.feed;

import org.jspecify.annotations.NullMarked;
