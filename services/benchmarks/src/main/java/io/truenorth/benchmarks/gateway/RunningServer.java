package io.truenorth.benchmarks.gateway;

import io.truenorth.benchmarks.harness.ChildProcess;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.ReadyFile;
import io.truenorth.benchmarks.harness.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server in a process of its own. */
final class RunningServer implements AutoCloseable {
    private final ChildProcess process;
    private final int port;

    private RunningServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningServer start(Server server, Workspace workspace, Platform platform, List<String> jvm)
            throws IOException, InterruptedException {
        Path file = workspace.directory(server.title() + ".port");
        Files.deleteIfExists(file);
        ChildProcess process = workspace.start(
                server.title(),
                jvm,
                ServerMain.class,
                List.of(
                        server.name(),
                        file.toString(),
                        platform.bootstrapServers(),
                        platform.registryUrl(),
                        platform.registryDirectory().toString()));
        String port = new ReadyFile(file).await(process).get(0);
        return new RunningServer(process, Integer.parseInt(port));
    }

    int port() {
        return port;
    }

    Duration cpu() {
        process.requireAlive();
        return process.cpu();
    }

    /** Its memory in MiB, as the system sees it. */
    long residentMebibytes() {
        return process.residentKibibytes() >> 10;
    }

    @Override
    public void close() {
        process.close();
    }
}
