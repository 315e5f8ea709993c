/** Live events: a bounded feed to many clients, without a thread for each and without waiting for the slowest. */
@NullMarked
package io.truenorth.dashboard.live;

import org.jspecify.annotations.NullMarked;
