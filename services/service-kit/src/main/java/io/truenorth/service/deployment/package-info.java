/** What all services of a deployment are told alike: where Kafka and the registry are, topics, money, logs, how to stop. */
@NullMarked
package io.truenorth.service.deployment;

import org.jspecify.annotations.NullMarked;
