package io.truenorth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.deployment.Deployment;
import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.SystemAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A system runs in the directory; whoever names another deployment gets nothing of it. */
class DeploymentOptionsTest {
    private static final List<String> OF_THE_DIRECTORY =
            List.of("127.0.0.1:1111", "http://127.0.0.1:2222", "http://127.0.0.1:4444");
    private static final List<String> OF_NOBODY =
            List.of("localhost:9092", "http://localhost:8081", "http://127.0.0.1:8082");

    @TempDir
    private Path directory;

    @TempDir
    private Path empty;

    @Command
    private static final class AnyCommand {
        @Mixin
        private final DeploymentOptions where;

        private AnyCommand(Path usualDirectory) {
            where = new DeploymentOptions(usualDirectory);
        }
    }

    @BeforeEach
    void run() {
        RunningSystem.announce(
                directory,
                new SystemAddresses(
                        "127.0.0.1:1111",
                        "http://127.0.0.1:2222",
                        URI.create("http://127.0.0.1:3333"),
                        URI.create("http://127.0.0.1:4444"),
                        URI.create("http://127.0.0.1:5555")));
    }

    /** With the directory named. */
    private Deployment deployment(Map<String, String> environment, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--dir", directory.toString()));
        arguments.addAll(List.of(more));
        return unnamed(empty, environment, arguments.toArray(String[]::new));
    }

    /** With no directory named but perhaps a system in the usual one. */
    private static Deployment unnamed(Path usualDirectory, Map<String, String> environment, String... arguments) {
        AnyCommand command = new AnyCommand(usualDirectory);
        new CommandLine(command).parseArgs(arguments);
        return command.where.deployment(environment);
    }

    private static List<String> addresses(Deployment deployment) {
        return List.of(
                deployment.kafka().bootstrapServers(),
                deployment.registry().url(),
                deployment.queries().toString());
    }

    @Test
    void theSystemOfTheDirectoryIsFound() {
        assertThat(addresses(deployment(Map.of("TRUENORTH_TOPICS_PREFIX", "eu-", "TRUENORTH_TOKEN", "tn_1"))))
                .isEqualTo(OF_THE_DIRECTORY);
        assertThat(addresses(unnamed(directory, Map.of()))).isEqualTo(OF_THE_DIRECTORY);
        assertThat(addresses(unnamed(empty, Map.of()))).isEqualTo(OF_NOBODY);
    }

    @Test
    void aConfigurationBesideTheDirectorySaysEverythingButWhereItsPartsAre() throws Exception {
        Path file = file("kafka: {bootstrapServers: 'prod:9092'}\ntopics: {prefix: eu-}\n");

        Deployment byOption = deployment(Map.of(), "--config", file.toString());
        Deployment byVariable =
                deployment(Map.of("TRUENORTH_CONFIG", file.toString(), "TRUENORTH_REGISTRY_URL", "http://registry"));

        for (Deployment found : List.of(byOption, byVariable)) {
            assertThat(addresses(found)).isEqualTo(OF_THE_DIRECTORY);
            assertThat(found.topics().prefix()).isEqualTo("eu-");
        }
    }

    @Test
    void aConfigurationThatSaysNothingOfAddressesLeavesTheUsualDirectory() throws Exception {
        Path file = file("topics: {prefix: eu-}\n");

        Deployment found = unnamed(directory, Map.of(), "--config", file.toString());

        assertThat(addresses(found)).isEqualTo(OF_THE_DIRECTORY);
        assertThat(found.topics().prefix()).isEqualTo("eu-");
        assertThat(addresses(unnamed(empty, Map.of(), "--config", file.toString())))
                .isEqualTo(OF_NOBODY);
    }

    @Test
    void aDirectoryWhereNothingRunsIsRefused() {
        Path nowhere = empty.resolve("nowhere");

        for (Path named : List.of(empty, nowhere)) {
            assertThatThrownBy(() -> unnamed(directory, Map.of(), "--dir", named.toString()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("--dir: no system runs in " + named)
                    .hasMessageContaining("truenorth demo --dir " + named);
        }
    }

    @Test
    void soAreTheCredentialsOfItsRegistry() throws Exception {
        assertThat(deployment(Map.of()).registry().properties()).isEmpty();
        Files.writeString(
                Files.createDirectories(directory.resolve("registry")).resolve("client.properties"),
                "basic.auth.credentials.source=USER_INFO\nbasic.auth.user.info=truenorth:secret\n");

        assertThat(deployment(Map.of()).registry().properties())
                .containsOnly(
                        Map.entry("basic.auth.credentials.source", "USER_INFO"),
                        Map.entry("basic.auth.user.info", "truenorth:secret"));
        assertThat(deployment(Map.of(), "--registry-url", "http://registry")
                        .registry()
                        .properties())
                .as("of another registry")
                .isEmpty();
    }

    @Test
    void anOptionNamesAnotherDeployment() {
        assertThat(addresses(deployment(Map.of(), "--bootstrap-servers", "kafka:9092")))
                .containsExactly("kafka:9092", "http://localhost:8081", "http://127.0.0.1:8082");
        assertThat(addresses(deployment(Map.of(), "--url", "https://streams/truenorth")))
                .containsExactly("localhost:9092", "http://localhost:8081", "https://streams/truenorth");
    }

    @Test
    void soDoAVariableAndAFileWhereNoDirectoryIsNamed() throws Exception {
        assertThat(addresses(unnamed(directory, Map.of("TRUENORTH_REGISTRY_URL", "http://registry"))))
                .containsExactly("localhost:9092", "http://registry", "http://127.0.0.1:8082");

        Path file = file("kafka: {bootstrapServers: 'prod:9092'}\n");
        List<String> expected = List.of("prod:9092", "http://localhost:8081", "http://127.0.0.1:8082");
        assertThat(addresses(unnamed(directory, Map.of("TRUENORTH_CONFIG", file.toString()))))
                .isEqualTo(expected);
        assertThat(addresses(unnamed(directory, Map.of(), "--config", file.toString())))
                .isEqualTo(expected);
    }

    @Test
    void aFileMayHaveTheCredentialsOfClients() throws Exception {
        Path file = file("kafka: {properties: {security.protocol: SSL}}\n"
                + "registry: {url: 'http://registry', properties: {basic.auth.user.info: 'a:b'}}\n");

        Deployment found = unnamed(empty, Map.of(), "--config", file.toString());

        assertThat(found.kafka().client("any", Map.of())).containsEntry("security.protocol", "SSL");
        assertThat(found.registry().properties()).containsOnly(Map.entry("basic.auth.user.info", "a:b"));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(empty.resolve("deployment.yaml"), yaml);
    }

    @Test
    void anUrlWithoutASchemeIsTold() {
        assertThatThrownBy(() -> deployment(Map.of(), "--url", "localhost:8082"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("http://localhost:8082");
    }
}
