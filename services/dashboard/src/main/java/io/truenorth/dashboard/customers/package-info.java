/** Who is known and how each one stands: one compact row a customer, lists of them, and what is counted over all. */
@NullMarked
package io.truenorth.dashboard.customers;

import org.jspecify.annotations.NullMarked;
