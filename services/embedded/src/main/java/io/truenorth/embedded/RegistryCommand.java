package io.truenorth.embedded;

import io.truenorth.registry.RegistryDistribution;
import io.truenorth.registry.RegistryProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the registry's process: little memory, loopback only, and a database without delayed writes. */
final class RegistryCommand {
    /** The name of its database, without the file extension of H2. */
    static final String DATABASE = "registry";

    private static final String LOG = "registry.log";
    private static final String TEMPORARY = "tmp";

    /** Starts the process in its own session, so that Ctrl-C reaches only this process, which stops the registry in order. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Requests need the credentials of the run, and may only use Confluent's API and the readiness check. */
    private static final List<String> CLOSED = List.of(
            "-Dquarkus.http.auth.basic=true",
            "-Dquarkus.http.cors=false",
            "-Dquarkus.security.users.embedded.plain-text=true",
            "-Dquarkus.security.users.embedded.roles." + RegistryCredentials.USER + "=sr-admin",
            "-Dquarkus.http.auth.permission.all.paths=/*",
            "-Dquarkus.http.auth.permission.all.policy=deny",
            "-Dquarkus.http.auth.permission.ours.paths=" + LocalRegistry.CONFLUENT_API + "/*,/health/ready",
            "-Dquarkus.http.auth.permission.ours.policy=authenticated");

    /** Disables references by URL in schemas, which would make the registry send requests to arbitrary hosts. */
    private static final List<String> NO_EXTERNAL_REFERENCES = List.of(
            "-Dhttp.proxyHost=127.0.0.1",
            "-Dhttp.proxyPort=1",
            "-Dhttp.nonProxyHosts=",
            "-Dhttps.proxyHost=127.0.0.1",
            "-Dhttps.proxyPort=1",
            "-Dftp.proxyHost=127.0.0.1",
            "-Dftp.proxyPort=1",
            "-Dftp.nonProxyHosts=",
            "-DsocksProxyHost=127.0.0.1",
            "-DsocksProxyPort=1",
            "-DsocksNonProxyHosts=");

    /** Restricts the files of the process to their owner. */
    private static final Path SHELL = Path.of("/bin/sh");

    private RegistryCommand() {}

    static Path log(Path directory) {
        return directory.resolve(LOG);
    }

    static Process start(RegistryDistribution distribution, Path directory, int port, RegistryCredentials credentials)
            throws IOException {
        PrivateFiles.createDirectories(directory.resolve(TEMPORARY));
        PrivateFiles.create(log(directory));
        File log = log(directory).toFile();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", "umask 077; exec \"$@\"", "registry"));
        }
        command.addAll(distribution.command(options(directory, port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        // The arguments of a process are visible to all users of the machine; its environment is not.
        builder.environment().put(RegistryProcess.PASSWORD_VARIABLE, credentials.password());
        return builder.start();
    }

    private static List<String> options(Path directory, int port) {
        List<String> options = new ArrayList<>(basics(directory, port));
        options.addAll(CLOSED);
        options.addAll(NO_EXTERNAL_REFERENCES);
        return options;
    }

    private static List<String> basics(Path directory, int port) {
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
                // With a delay, acknowledged schemas would be lost after kill -9.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve(DATABASE) + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=8");
    }
}
