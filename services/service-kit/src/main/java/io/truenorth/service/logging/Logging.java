package io.truenorth.service.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.Console;
import org.slf4j.LoggerFactory;

/** Sets up the logs of a process; the first thing that its {@code main} does once it knows its configuration. */
public final class Logging {

    private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level %-28logger{0} %msg%n";

    private Logging() {}

    /** Logs to standard output as configured, and nowhere else. */
    public static void configure(LoggingConfig config) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("expected logs by Logback");
        }
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender(context, config.format()));
        context.getLogger("io.truenorth").setLevel(Level.valueOf(config.level().name()));
    }

    private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context, LogFormat format) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("standard-output");
        appender.setEncoder(isText(format) ? text(context) : json(context));
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        // The message is there formatted; its arguments and the logger context would only repeat it.
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.start();
        return encoder;
    }

    private static boolean isText(LogFormat format) {
        return format == LogFormat.TEXT || (format == LogFormat.AUTO && hasTerminal());
    }

    /** Up to Java 21 there is a console only on a terminal; later ones always have one, and can say. */
    private static boolean hasTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
