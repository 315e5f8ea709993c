package io.truenorth.service.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out of the logs what Kafka Streams advises where the partitions of a topic were changed: its reset tool, which would
 * delete every ledger. The service says in its own words what happened and what to do.
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
