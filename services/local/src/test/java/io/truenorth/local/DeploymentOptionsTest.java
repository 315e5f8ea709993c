package io.truenorth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.deployment.RunningSystem;
import io.truenorth.local.deployment.SystemAddresses;
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
    @TempDir
    private Path directory;

    @Command
    private static final class AnyCommand {
        @Mixin
        private DeploymentOptions where = new DeploymentOptions();
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

    private Deployment deployment(Map<String, String> environment, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--dir", directory.toString()));
        arguments.addAll(List.of(more));
        AnyCommand command = new AnyCommand();
        new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
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
                .containsExactly("127.0.0.1:1111", "http://127.0.0.1:2222", "http://127.0.0.1:4444");
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
        assertThat(deployment(Map.of("TRUENORTH_REGISTRY_URL", "http://registry"))
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
    void soDoAVariableAndAFile() throws Exception {
        assertThat(addresses(deployment(Map.of("TRUENORTH_REGISTRY_URL", "http://registry"))))
                .containsExactly("localhost:9092", "http://registry", "http://127.0.0.1:8082");

        Path file = Files.writeString(directory.resolve("prod.yaml"), "kafka: {bootstrapServers: 'prod:9092'}\n");
        List<String> expected = List.of("prod:9092", "http://localhost:8081", "http://127.0.0.1:8082");
        assertThat(addresses(deployment(Map.of("TRUENORTH_CONFIG", file.toString()))))
                .isEqualTo(expected);
        assertThat(addresses(deployment(Map.of(), "--config", file.toString()))).isEqualTo(expected);
    }

    @Test
    void anUrlWithoutASchemeIsTold() {
        assertThatThrownBy(() -> deployment(Map.of(), "--url", "localhost:8082"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("http://localhost:8082");
    }
}
