/** Where the services are that the dashboard asks: the streams service and the gateway. */
@NullMarked
package io.truenorth.dashboard.upstream;

import org.jspecify.annotations.NullMarked;
