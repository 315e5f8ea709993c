/** The dashboard service: what is published about customers and scopes, as answers, live events and a page. */
@NullMarked
package io.truenorth.dashboard;

import org.jspecify.annotations.NullMarked;
