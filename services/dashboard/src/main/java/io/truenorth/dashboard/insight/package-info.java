/** Analyses of all customers: contribution by channel, and opportunities ranked by the points at stake. */
@NullMarked
package io.truenorth.dashboard.insight;

import org.jspecify.annotations.NullMarked;
