/** Requests to the gateway of a deployment. */
@NullMarked
package io.truenorth.cli.gateway;

import org.jspecify.annotations.NullMarked;
