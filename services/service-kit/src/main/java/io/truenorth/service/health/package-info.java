/**
 * Health checks with names and reasons, evaluated for each request. A check returns at once; what takes time is
 * polled on a separate thread, and the check reports the last result.
 */
@NullMarked
package io.truenorth.service.health;

import org.jspecify.annotations.NullMarked;
