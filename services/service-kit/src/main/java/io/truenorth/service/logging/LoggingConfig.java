package io.truenorth.service.logging;

import io.truenorth.service.config.ConfigSection;

/**
 * How a service logs.
 *
 * @param format how lines look
 * @param level of our own code; libraries are heard from WARN on
 */
public record LoggingConfig(LogFormat format, LogLevel level) {

    /** Reads the section {@code logging} of a configuration. */
    public static LoggingConfig read(ConfigSection section) {
        return new LoggingConfig(
                section.choice(
                        "format",
                        LogFormat.class,
                        LogFormat.AUTO,
                        "How log lines look; auto is text on a terminal, else JSON."),
                section.choice(
                        "level",
                        LogLevel.class,
                        LogLevel.INFO,
                        "The least severe events of Truenorth's own code that are logged; libraries log from warn on."));
    }
}
