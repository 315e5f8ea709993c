/**
 * Configuration: one immutable record a service, made of defaults ← a YAML file ← the environment, the later the stronger.
 *
 * <p>A service reads its record from a {@link io.truenorth.service.config.ConfigSection}; every question it asks names the
 * key, its type, its default and its meaning. So what is read is what is documented, what nobody asks for is unknown and
 * refused, and {@link io.truenorth.service.config.Configuration} tells all that is wrong at once. Reading belongs to one
 * thread; what comes of it is immutable.
 */
@NullMarked
package io.truenorth.service.config;

import org.jspecify.annotations.NullMarked;
