/** One customer explained for people: a page of plain text with bars, a curve, and what comes next in words. */
@NullMarked
package io.truenorth.local.explain;

import org.jspecify.annotations.NullMarked;
