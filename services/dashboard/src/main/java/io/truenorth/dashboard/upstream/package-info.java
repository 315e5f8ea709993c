/** The streams service, asked for what only it knows: one customer in full, all customers at a past moment, the model. */
@NullMarked
package io.truenorth.dashboard.upstream;

import org.jspecify.annotations.NullMarked;
