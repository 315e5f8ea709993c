/** All customers as last published: one compact row each, and lists of them. */
@NullMarked
package io.truenorth.dashboard.customers;

import org.jspecify.annotations.NullMarked;
