package io.truenorth.embedded;

import io.truenorth.registry.RegistryDistribution;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the registry's process is started: small, on loopback, with a database that is written through. */
final class RegistryCommand {
    private static final String LOG = "registry.log";
    private static final String TEMPORARY = "tmp";

    /** Gives the process a session of its own, so that Ctrl-C reaches us alone and we end it in our order. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private RegistryCommand() {}

    static Path log(Path directory) {
        return directory.resolve(LOG);
    }

    static Process start(RegistryDistribution distribution, Path directory, int port) throws IOException {
        Files.createDirectories(directory.resolve(TEMPORARY));
        File log = log(directory).toFile();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(distribution.command(options(directory, port)));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static List<String> options(Path directory, int port) {
        return List.of(
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + directory.resolve(TEMPORARY),
                "-Dquarkus.http.host=" + Ports.LOOPBACK,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.banner.enabled=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                // Without it a kill lost schemas that had been acknowledged.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("registry") + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=8");
    }
}
