/**
 * Validation of identity values, shared by every entry point of events: {@link io.truenorth.identity.Placeholders}
 * lists the values that identify no customer, {@link io.truenorth.identity.MissingValue} the texts that programs write
 * for a missing value, and {@link io.truenorth.identity.NameText} normalizes texts that look alike.
 *
 * <p>Pure Java; immutable and thread-safe.
 */
@NullMarked
package io.truenorth.identity;

import org.jspecify.annotations.NullMarked;
