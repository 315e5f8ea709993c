/** A running deployment as its clients see it: where it is, its queries, its topics. */
@NullMarked
package io.truenorth.local.deployment;

import org.jspecify.annotations.NullMarked;
