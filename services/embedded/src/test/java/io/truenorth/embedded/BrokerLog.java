package io.truenorth.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Hears what a class of the broker logs, on the thread that logs it: so the broker can be held at that very point. */
final class BrokerLog extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final Consumer<String> listener;

    private BrokerLog(Logger logger, Consumer<String> listener) {
        this.logger = logger;
        this.listener = listener;
    }

    static BrokerLog of(String name, Level level, Consumer<String> listener) {
        Logger logger = (Logger) LoggerFactory.getLogger(name);
        BrokerLog log = new BrokerLog(logger, listener);
        log.setContext(logger.getLoggerContext());
        log.start();
        logger.setLevel(level);
        logger.setAdditive(false);
        logger.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        listener.accept(event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(null);
        stop();
    }
}
