/** Live events: a bounded feed that any number of clients follow without a thread each, and without waiting for the slowest. */
@NullMarked
package io.truenorth.dashboard.live;

import org.jspecify.annotations.NullMarked;
