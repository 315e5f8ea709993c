/** The services that the dashboard calls: the streams service and the gateway. */
@NullMarked
package io.truenorth.dashboard.upstream;

import org.jspecify.annotations.NullMarked;
