package io.truenorth.service.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.Console;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Configures logging for a process, as soon as its configuration is known. */
public final class Logging {

    private static final long LARGEST_FILE = 10_000_000;
    private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level %-28logger{0} %msg%n";

    /** The audit log is independent of the level. */
    private static final String AUDIT = "audit";

    private Logging() {}

    /** Logs to standard output only. */
    public static void configure(LoggingConfig config) {
        LoggerContext context = reset();
        logTo(context, standardOutput(context, config.format()), config.level());
    }

    /** Logs to a text file only; the file and its predecessor are kept, 10 MB each. */
    public static void toFile(Path file, LogLevel level) {
        LoggerContext context = reset();
        logTo(context, rollingFile(context, file), level);
    }

    /** Disables logging, for commands that report problems themselves. */
    public static void silence() {
        reset().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    private static LoggerContext reset() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("expected logs by Logback");
        }
        context.reset();
        return context;
    }

    private static void logTo(LoggerContext context, Appender<ILoggingEvent> appender, LogLevel level) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        appender.addFilter(new ResetToolFilter());
        root.addAppender(appender);
        context.getLogger("io.truenorth").setLevel(Level.valueOf(level.name()));
        context.getLogger(AUDIT).setLevel(Level.INFO);
    }

    private static RollingFileAppender<ILoggingEvent> rollingFile(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        FixedWindowRollingPolicy files = new FixedWindowRollingPolicy();
        files.setContext(context);
        files.setParent(appender);
        files.setFileNamePattern(file + ".%i");
        files.setMaxIndex(1);
        files.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(LARGEST_FILE));
        size.start();
        appender.setRollingPolicy(files);
        appender.setTriggeringPolicy(size);
        appender.setEncoder(text(context));
        appender.start();
        return appender;
    }

    private static ConsoleAppender<ILoggingEvent> standardOutput(LoggerContext context, LogFormat format) {
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

    /** Up to Java 21 a console exists only on a terminal; later versions always have one and tell. */
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
