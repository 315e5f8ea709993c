/** The dashboard service: serves published scores and aggregates through an API, live events and a web page. */
@NullMarked
package io.truenorth.dashboard;

import org.jspecify.annotations.NullMarked;
