package io.truenorth.service.logging;

import io.truenorth.service.config.ConfigSection;

/**
 * Format and level of logs.
 *
 * @param format the format of lines
 * @param level the level of Truenorth's own code; libraries log from WARN on
 */
public record LoggingConfig(LogFormat format, LogLevel level) {

    /** Reads the section {@code logging} of a configuration. */
    public static LoggingConfig read(ConfigSection section) {
        return new LoggingConfig(
                section.choice(
                        "format",
                        LogFormat.class,
                        LogFormat.AUTO,
                        "Format of log lines; auto is text on a terminal, otherwise JSON."),
                section.choice(
                        "level",
                        LogLevel.class,
                        LogLevel.INFO,
                        "The least severe events of Truenorth's own code that are logged; libraries log from warn on."));
    }
}
