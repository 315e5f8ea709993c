package io.truenorth.benchmarks.harness;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.nio.file.Path;
import java.util.List;

/** Main class of broker and registry. Ends with its standard input, and so with its parent. */
public final class PlatformMain {
    /** Written to the directory once both are ready: bootstrap servers and registry URL, one per line. */
    static final String ADDRESSES = "addresses";

    private PlatformMain() {}

    /** Runs both in the given directory. */
    public static void main(String[] args) throws Exception {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        Path directory = Path.of(args[0]);
        EmbeddedPlatform platform = EmbeddedPlatform.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "close-platform"));
        ParentWatch.onEndOfInput(() -> System.exit(0));
        new ReadyFile(directory.resolve(ADDRESSES)).write(List.of(platform.bootstrapServers(), platform.registryUrl()));
    }
}
