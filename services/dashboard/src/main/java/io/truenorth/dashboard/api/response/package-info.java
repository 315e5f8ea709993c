/** What the dashboard answers and publishes, as records; {@code openapi.json} describes the same. */
@NullMarked
package io.truenorth.dashboard.api.response;

import org.jspecify.annotations.NullMarked;
