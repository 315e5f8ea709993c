/**
 * What a service needs of Kafka and the schema registry before its own work begins: where they are, the topics and schemas
 * that provisioning makes, the check at start-up that they are as they must be, and a watch on whether Kafka is there.
 */
@NullMarked
package io.truenorth.service.kafka;

import org.jspecify.annotations.NullMarked;
