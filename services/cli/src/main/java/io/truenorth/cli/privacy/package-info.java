/**
 * The command {@code privacy}: has customers erased, sets consent, exports all that is known of a person, and looks for what is left
 * of them.
 */
@NullMarked
package io.truenorth.cli.privacy;

import org.jspecify.annotations.NullMarked;
