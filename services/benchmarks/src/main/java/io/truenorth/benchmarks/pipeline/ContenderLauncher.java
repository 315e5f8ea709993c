package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.contender.ContenderMain;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.MainClass;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts contenders in JVMs of their own. */
final class ContenderLauncher {
    /** Flink inspects closures of user code by reflection. */
    private static final List<String> FLINK_JVM = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED");

    private final Workspace workspace;
    private final Platform platform;
    private final Settings settings;
    private final Optional<MainClass> flink;

    /**
     * Creates a launcher.
     *
     * @param flink the main class of the Flink module, if it was built
     */
    ContenderLauncher(Workspace workspace, Platform platform, Settings settings, Optional<MainClass> flink) {
        this.workspace = workspace;
        this.platform = platform;
        this.settings = settings;
        this.flink = flink;
    }

    RunningContender start(Contender contender, ContenderConfig config) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(contender.name()));
        arguments.addAll(config.arguments());
        return new RunningContender(
                platform,
                config,
                workspace.start(
                        config.applicationId(), jvmOptions(contender, config), mainClass(contender), arguments));
    }

    private MainClass mainClass(Contender contender) {
        return contender.isFlink()
                ? flink.orElseThrow(() -> new BenchmarkFailedException("the Flink module is not built"))
                : new MainClass(System.getProperty("java.class.path"), ContenderMain.class.getName());
    }

    private List<String> jvmOptions(Contender contender, ContenderConfig config) {
        List<String> options = new ArrayList<>(contender.keepsStateOnHeap() ? settings.heapStateJvm() : settings.jvm());
        if (contender.isFlink()) {
            options.addAll(FLINK_JVM);
        }
        if (settings.profiled()) {
            options.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + recording(config.applicationId()));
        }
        return options;
    }

    /** Returns the file of a run's recording. */
    Path recording(String applicationId) {
        return workspace.directory(applicationId + ".jfr");
    }

    ContenderConfig config(Contender contender, String topicPrefix, String applicationId) {
        return new ContenderConfig(
                platform.bootstrapServers(),
                platform.registryUrl(),
                platform.registryDirectory(),
                topicPrefix,
                applicationId,
                workspace.directory(applicationId),
                contender.warmsUpItself() ? settings.warmUpSeconds() : 0);
    }
}
