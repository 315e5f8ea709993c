/** What follows from the numbers: where relationships stand, what costs them, and what could be done first. */
@NullMarked
package io.truenorth.dashboard.insight;

import org.jspecify.annotations.NullMarked;
