/** All customers as last published: one compact row for each, and filtered lists. */
@NullMarked
package io.truenorth.dashboard.customers;

import org.jspecify.annotations.NullMarked;
