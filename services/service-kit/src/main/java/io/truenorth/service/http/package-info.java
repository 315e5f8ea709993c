/**
 * HTTP, the same for every service: a server that binds to loopback unless told otherwise, asks for a token where it is
 * told of any, answers every error as a problem by RFC 9457, and tells of its health and its metrics.
 *
 * <p>{@link io.truenorth.service.http.HttpServer} is the way in; a service hands it {@link
 * io.truenorth.service.http.Endpoints}. A route asks for a token unless it has the role {@link
 * io.truenorth.service.http.Access#OPEN}. HEAD is answered as GET is, and to the same. Handlers run on the server's
 * threads, of which there are a bounded number; what clients have not read yet waits in memory without one, as {@link
 * io.truenorth.service.http.BufferedResponses} says.
 */
@NullMarked
package io.truenorth.service.http;

import org.jspecify.annotations.NullMarked;
