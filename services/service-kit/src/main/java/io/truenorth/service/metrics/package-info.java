/**
 * Metrics: Micrometer in the code, Prometheus' text on the wire. Names are lower case with dots and mean something without
 * their tags; tags are few and of few values, and never hold an identity.
 */
@NullMarked
package io.truenorth.service.metrics;

import org.jspecify.annotations.NullMarked;
