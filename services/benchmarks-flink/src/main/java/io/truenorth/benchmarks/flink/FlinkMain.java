package io.truenorth.benchmarks.flink;

import io.truenorth.benchmarks.contender.ContenderMain;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;

/** The process of one run of a contender on Flink; arguments as of {@link ContenderMain}. */
public final class FlinkMain {
    private FlinkMain() {}

    /** Runs the contender. */
    public static void main(String[] args) throws Exception {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        ContenderMain.run(args, FlinkContender::start);
    }
}
