/**
 * Configuration: one immutable record for each service. The environment overrides a YAML file, which overrides defaults.
 *
 * <p>A service reads its record from a {@link io.truenorth.service.config.ConfigSection}; every read names the key,
 * its type, its default and its description. The documentation is generated from these reads, keys that are never
 * read are rejected as unknown, and {@link io.truenorth.service.config.Configuration} reports all problems at once.
 * Reading is single-threaded; the records are immutable.
 */
@NullMarked
package io.truenorth.service.config;

import org.jspecify.annotations.NullMarked;
