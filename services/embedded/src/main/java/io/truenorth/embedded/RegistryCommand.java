package io.truenorth.embedded;

import io.truenorth.registry.RegistryDistribution;
import io.truenorth.registry.RegistryProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the registry's process is started: small, on loopback, with a database that is written through. */
final class RegistryCommand {
    /** The name of its database, without the end that H2 gives to the file. */
    static final String DATABASE = "registry";

    private static final String LOG = "registry.log";
    private static final String TEMPORARY = "tmp";

    /** Gives the process a session of its own, so that Ctrl-C reaches us alone and we end it in our order. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Who does not bring the credentials of the run is answered nothing; who does, Confluent's API and its health. */
    private static final List<String> CLOSED = List.of(
            "-Dquarkus.http.auth.basic=true",
            "-Dquarkus.http.cors=false",
            "-Dquarkus.security.users.embedded.plain-text=true",
            "-Dquarkus.security.users.embedded.roles." + RegistryCredentials.USER + "=sr-admin",
            "-Dquarkus.http.auth.permission.all.paths=/*",
            "-Dquarkus.http.auth.permission.all.policy=deny",
            "-Dquarkus.http.auth.permission.ours.paths=" + LocalRegistry.CONFLUENT_API + "/*,/health/ready",
            "-Dquarkus.http.auth.permission.ours.policy=authenticated");

    /** A schema can refer to another one by its address; that is a request to wherever its author likes. */
    private static final List<String> REACHES_NOBODY = List.of(
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

    /** Makes the files of the process its owner's alone. */
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
        // Arguments of a command are there for every user of the machine to see; its environment is not.
        builder.environment().put(RegistryProcess.PASSWORD_VARIABLE, credentials.password());
        return builder.start();
    }

    private static List<String> options(Path directory, int port) {
        List<String> options = new ArrayList<>(basics(directory, port));
        options.addAll(CLOSED);
        options.addAll(REACHES_NOBODY);
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
                // Without it a kill lost schemas that had been acknowledged.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve(DATABASE) + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=8");
    }
}
