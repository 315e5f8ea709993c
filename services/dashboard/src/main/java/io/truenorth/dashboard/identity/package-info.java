/** Which identities are one customer, and the latest joins, refused joins and splits, as published. */
@NullMarked
package io.truenorth.dashboard.identity;

import org.jspecify.annotations.NullMarked;
