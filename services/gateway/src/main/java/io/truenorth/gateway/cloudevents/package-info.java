/**
 * CloudEvents: {@link io.truenorth.gateway.cloudevents.CloudEventReader} reads one of either binding and mode, {@link
 * io.truenorth.gateway.cloudevents.CloudEventTranslation} translates it. They arrive by HTTP ({@link
 * io.truenorth.gateway.cloudevents.CloudEventsEndpoint}) or on a topic ({@link
 * io.truenorth.gateway.cloudevents.InboundTopic}).
 */
@NullMarked
package io.truenorth.gateway.cloudevents;

import org.jspecify.annotations.NullMarked;
