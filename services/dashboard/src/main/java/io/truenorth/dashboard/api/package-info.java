/** The HTTP endpoints: JSON API, live events and the page. */
@NullMarked
package io.truenorth.dashboard.api;

import org.jspecify.annotations.NullMarked;
