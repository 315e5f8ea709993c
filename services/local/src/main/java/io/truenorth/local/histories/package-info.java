/** Histories read into ledgers, and what is told on the way: refused lines, progress, the summary. One thread. */
@NullMarked
package io.truenorth.local.histories;

import org.jspecify.annotations.NullMarked;
