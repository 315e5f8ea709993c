/**
 * HTTP for all services: a server that binds to loopback by default, requires a token if any is configured, responds
 * to errors with problem details (RFC 9457), and exposes health and metrics.
 *
 * <p>{@link io.truenorth.service.http.HttpServer} is the entry point; a service adds its {@link
 * io.truenorth.service.http.Endpoints}. A route requires a token unless it has the role {@link
 * io.truenorth.service.http.Access#OPEN}. HEAD is answered as GET. Handlers run on a bounded pool of threads;
 * responses that clients have not read yet are buffered by {@link io.truenorth.service.http.BufferedResponses}.
 */
@NullMarked
package io.truenorth.service.http;

import org.jspecify.annotations.NullMarked;
