/** Webhooks of other systems: {@link io.truenorth.gateway.webhooks.WebhookEndpoint} checks who calls and maps what is sent. */
@NullMarked
package io.truenorth.gateway.webhooks;

import org.jspecify.annotations.NullMarked;
