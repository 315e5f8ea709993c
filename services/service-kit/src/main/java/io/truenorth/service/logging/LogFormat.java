package io.truenorth.service.logging;

/** How log lines look. */
public enum LogFormat {
    /** Text on a terminal, JSON elsewhere. */
    AUTO,
    /** For people. */
    TEXT,
    /** One JSON object a line. */
    JSON
}
