/**
 * What every service is: a {@link io.truenorth.service.Service} put together of {@link io.truenorth.service.Component}s by
 * its {@code main}, started in order, stopped in reverse and within a bounded time.
 *
 * <p>The packages below are independent of each other where they can be: configuration, HTTP, health, metrics, logs, and
 * what a service needs of Kafka and the schema registry before its own work begins.
 */
@NullMarked
package io.truenorth.service;

import org.jspecify.annotations.NullMarked;
