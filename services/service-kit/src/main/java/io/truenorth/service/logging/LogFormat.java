package io.truenorth.service.logging;

/** The format of log lines. */
public enum LogFormat {
    /** Text on a terminal, otherwise JSON. */
    AUTO,
    /** Text for people. */
    TEXT,
    /** One JSON object a line. */
    JSON
}
