/** One deployment: the configuration that all its services share, its topics and schemas, and clients that read its topics. */
@NullMarked
package io.truenorth.deployment;

import org.jspecify.annotations.NullMarked;
