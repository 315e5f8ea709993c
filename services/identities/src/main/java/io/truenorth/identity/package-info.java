/**
 * What may be the name of somebody, wherever an event enters: {@link io.truenorth.identity.Placeholders} knows the values that
 * are nobody, {@link io.truenorth.identity.MissingValue} the words that programs write where they have nothing, and {@link
 * io.truenorth.identity.NameText} the texts that look alike and are not.
 *
 * <p>Pure Java, immutable, for any thread.
 */
@NullMarked
package io.truenorth.identity;

import org.jspecify.annotations.NullMarked;
