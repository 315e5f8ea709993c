/**
 * Access to Kafka and the schema registry: configuration, provisioning of topics and schemas, checks at the start,
 * and polling of brokers and partitions.
 */
@NullMarked
package io.truenorth.service.kafka;

import org.jspecify.annotations.NullMarked;
