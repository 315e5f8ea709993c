/**
 * The bodies of requests by their content type: {@link io.truenorth.gateway.body.PayloadReader} reads JSON and forms into one tree,
 * and {@link io.truenorth.gateway.body.FormBody} the fields of a form as they were sent, over which some senders sign.
 */
@NullMarked
package io.truenorth.gateway.body;

import org.jspecify.annotations.NullMarked;
