package io.truenorth.service.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Drops log events of Kafka Streams that recommend its reset tool after a change of partitions: the tool would
 * delete every ledger. The service logs its own message with the right remedy.
 */
final class ResetToolFilter extends Filter<ILoggingEvent> {

    private static final String RESET_TOOL = "StreamsResetter";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean advised = names(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            advised |= names(cause.getMessage());
        }
        return advised ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean names(@Nullable String text) {
        return text != null && text.contains(RESET_TOOL);
    }
}
