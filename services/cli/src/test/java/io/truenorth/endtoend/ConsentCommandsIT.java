package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.query.QueryClient;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users set consent by the command line on a running system, for one identity and by a file. */
class ConsentCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void whoWithdrawsConsentToScoringHasNoScore() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory.resolve("system"), false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            EventSender events = new EventSender(system.addresses().gateway());
            QueryClient queries = system.deployment().queryClient();
            events.send("e-1", Instant.now(), "\"kind\": \"purchase\"", "crm:c-17", "card:4711");
            events.send("e-2", Instant.now(), "\"kind\": \"purchase\"", "crm:c-18");
            await("both are joined and scored")
                    .ignoreExceptions()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(queries.identities("card:4711").orElseThrow().identities())
                                .hasSize(2);
                        assertThat(queries.customer("crm:c-18")).isPresent();
                    });

            CommandRun withdrawn =
                    run("privacy", "consent", "card:4711", "--scoring", "withdrawn", "--request-id", "dsr-9");
            assertThat(withdrawn.exitCode()).as(withdrawn.err()).isZero();
            assertThat(withdrawn.out()).startsWith("request dsr-9: set consent: scoring withdrawn (");
            await("the score is withdrawn")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(exported("crm:c-17"))
                            .contains("\"type\":\"consent\"", "\"type\":\"receipt\"")
                            .doesNotContain("\"type\":\"score\""));
            assertThat(exported("crm:c-18")).contains("\"type\":\"score\"").doesNotContain("dsr-9");

            Path file = Files.writeString(
                    directory.resolve("consents.csv"),
                    "identity,scoring,activation\ncard:4711,given,\ncrm:c-18,,withdrawn\n");
            CommandRun many = run("privacy", "consent", "--file", file.toString());
            assertThat(many.exitCode()).as(many.err()).isZero();
            assertThat(many.out()).isEqualTo("consents set: 2\n");
            events.send("e-3", Instant.now(), "\"kind\": \"purchase\"", "card:4711");
            await("scored anew")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(exported("crm:c-17")).contains("\"type\":\"score\""));
        }
    }

    private String exported(String identity) {
        CommandRun run = run("privacy", "export", identity);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.now(Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--dir", directory.resolve("system").toString()))
                .toArray(String[]::new));
    }
}
