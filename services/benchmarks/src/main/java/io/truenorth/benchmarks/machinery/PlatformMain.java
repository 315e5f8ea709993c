package io.truenorth.benchmarks.machinery;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.nio.file.Path;
import java.util.List;

/** The process of broker and registry. It ends with its standard input, and so with the process that started it. */
public final class PlatformMain {
    /** Written into the directory when both serve: where Kafka is, and where the registry is, a line each. */
    static final String ADDRESSES = "addresses";

    private PlatformMain() {}

    /** Runs both in the directory that is named. */
    public static void main(String[] args) throws Exception {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        Path directory = Path.of(args[0]);
        EmbeddedPlatform platform = EmbeddedPlatform.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "close-platform"));
        ParentWatch.onEndOfInput(() -> System.exit(0));
        new ReadyFile(directory.resolve(ADDRESSES)).write(List.of(platform.bootstrapServers(), platform.registryUrl()));
    }
}
