package io.truenorth.endtoend.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.standalone.SystemAddresses;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as people run it: in a process of its own, which is stopped, killed, and in trouble. */
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String AS_OF = "2025-07-01";
    /** How much, depends on the time of the day. */
    private static final Pattern RISE = Pattern.compile("crm:you +2\\d\\.\\d\\d +\\+2\\d\\.\\d\\d +engaged");

    private static final int EVENTS = 60_000;

    @TempDir
    private Path temporary;

    @Test
    void killedInTheMiddleOfAReplayAndReplayedAgainTheScoresAreThoseOfTheFile() throws Exception {
        Path data = temporary.resolve("data");
        Path history = Histories.write(temporary.resolve("history.csv"), EVENTS, new Random(3));
        String expected = succeeded("score", history.toString(), "--namespace", "shop", "--as-of", AS_OF);

        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            SystemAddresses addresses = started(demo);
            CompletableFuture<CommandRun> replay = CompletableFuture.supplyAsync(
                    () -> run("replay", history.toString(), "--namespace", "shop", "--dir", data.toString()));
            await("the middle").atMost(PATIENCE).until(() -> scored(addresses) > EVENTS / 10);
            demo.kill();
            replay.cancel(true);
        }
        assertThat(temporary.resolve("data/running.properties")).exists();

        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            SystemAddresses addresses = started(demo);
            replay(history, data);
            assertThat(scored(addresses)).as("scored").isEqualTo(EVENTS);
            assertThat(scores(data)).isEqualTo(expected);

            replay(
                    Histories.shuffled(history, temporary.resolve("history-shuffled.csv"), new Random(4)),
                    data,
                    "--source",
                    "history");
            assertThat(scored(addresses))
                    .as("scored, replayed again in another order")
                    .isEqualTo(EVENTS);
            assertThat(scores(data)).isEqualTo(expected);

            assertThat(demo.interrupt()).as("exit code").isEqualTo(143);
            assertThat(demo.output()).endsWith("Stopping …\nStopped.\n");
            assertThat(temporary.resolve("data/running.properties")).doesNotExist();
        }
    }

    @Test
    void theSimulatedCustomersGoOnWhereTheyStopped() throws Exception {
        Path data = temporary.resolve("data");
        try (DemoProcess demo = DemoProcess.start(data, "--customers", "60", "--seed", "5")) {
            SystemAddresses addresses = started(demo);
            await("customers").atMost(PATIENCE).until(() -> scored(addresses) > 500);
            demo.interrupt();
        }
        try (DemoProcess demo = DemoProcess.start(data)) {
            SystemAddresses addresses = started(demo);
            assertThat(demo.output()).contains("Simulating 60 customers");
            await("life goes on").atMost(PATIENCE).until(() -> scored(addresses) > 1_500);
            assertThat(metric(addresses, "streams_touchpoints_duplicates"))
                    .as("told twice")
                    .isLessThan(100);
            demo.interrupt();
        }
        try (DemoProcess demo = DemoProcess.start(data, "--fresh", "--no-simulator")) {
            assertThat(scored(started(demo))).as("anew").isZero();
            demo.interrupt();
        }
    }

    @Test
    void theEventOfTheReadmeIsWatchedAsItIsScored() throws Exception {
        Path data = temporary.resolve("data");
        Path watched = temporary.resolve("watched");
        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            SystemAddresses addresses = started(demo);
            Process watch = DemoProcess.truenorth(List.of("watch", "crm:you", "--dir", data.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(watched.toFile())
                    .start();
            try {
                await("the watch")
                        .atMost(PATIENCE)
                        .until(() -> Files.readString(watched).contains("crm:you is not known yet"));

                assertThat(post(addresses, eventOfReadme()).statusCode()).isEqualTo(202);

                await("the score")
                        .atMost(PATIENCE)
                        .until(() -> RISE.matcher(Files.readString(watched)).find());
                assertThat(get(addresses.queries().resolve("/v1/customers/crm:you"))
                                .body())
                        .contains("\"customer\":\"crm:you\"", "\"stage\":\"engaged\"");
            } finally {
                watch.destroyForcibly().onExit().join();
            }
            demo.interrupt();
        }
    }

    private static String eventOfReadme() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        int begin = readme.indexOf("-d '{");
        return readme.substring(begin + "-d '".length(), readme.indexOf("}'", begin) + 1)
                .replace("'$(date -u +%FT%TZ)'", Instant.now().toString());
    }

    private static HttpResponse<String> post(SystemAddresses addresses, String event) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(addresses.gateway().resolve("/v1/touchpoints"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(event))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void aRegistryThatIsKilledEndsTheDemoWithAWordAndNothingIsLeftBehind() throws Exception {
        Path data = temporary.resolve("data");
        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            started(demo);
            ProcessHandle registry = demo.handle().children().findFirst().orElseThrow();

            registry.destroyForcibly();

            await("the end").atMost(PATIENCE).until(() -> !demo.handle().isAlive());
            assertThat(demo.output()).contains("the schema registry (process " + registry.pid() + ") ended");
            assertThat(demo.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotStartSaysWhyAndWhatToDo() throws Exception {
        Path data = temporary.resolve("data");
        try (ServerSocket taken = new ServerSocket(0)) {
            CommandRun run =
                    run("demo", "--dir", data.toString(), "--kafka-port", Integer.toString(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("port " + taken.getLocalPort(), "in use by this process", "another port");
        }
        Files.createDirectories(data.resolve("kafka/data/touchpoints-0"));
        CommandRun foreign = run("demo", "--dir", data.toString(), "--fresh");
        assertThat(foreign.exitCode()).isEqualTo(2);
        assertThat(foreign.err()).contains("contains other files");
        assertThat(data.resolve("kafka/data/touchpoints-0")).exists();

        Files.createFile(data.resolve("truenorth-data"));
        CommandRun damaged = run("demo", "--dir", data.toString());
        assertThat(damaged.exitCode()).isEqualTo(2);
        assertThat(damaged.err()).contains("is incomplete", "meta.properties", "start over");

        Files.move(data.resolve("kafka"), data.resolve("streams"));
        CommandRun half = run("demo", "--dir", data.toString());
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("the broker's data are missing", "streams", "--fresh");

        CommandRun nobodyThere = run("scores", "--dir", data.toString(), "--url", "http://127.0.0.1:1");
        assertThat(nobodyThere.exitCode()).isEqualTo(2);
        assertThat(nobodyThere.err()).contains("no streams service answers", "truenorth demo");

        CommandRun noKafka = run("watch", "all", "--dir", data.toString(), "--bootstrap-servers", "127.0.0.1:1");
        assertThat(noKafka.exitCode()).isEqualTo(1);
        assertThat(noKafka.err()).contains("Kafka does not respond", "--bootstrap-servers");
    }

    private static SystemAddresses started(DemoProcess demo) {
        return await("the start")
                .atMost(PATIENCE)
                .until(demo::addresses, Optional::isPresent)
                .orElseThrow();
    }

    private static void replay(Path history, Path data, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("replay", history.toString(), "--namespace", "shop", "--dir", data.toString()));
        arguments.addAll(List.of(more));
        CommandRun run = run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("replayed 60,000 events; lines 60,000, refused 0, failed 0");
    }

    private static String scores(Path data) {
        return succeeded("scores", "--namespace", "shop", "--as-of", AS_OF, "--dir", data.toString());
    }

    private static String succeeded(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.now(arguments);
    }

    private static long scored(SystemAddresses addresses) throws Exception {
        return metric(addresses, "streams_touchpoints_scored");
    }

    /** The sum of a meter over all partitions. */
    private static long metric(SystemAddresses addresses, String name) throws Exception {
        URI meters = addresses.queries().resolve("/metrics");
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(meters).build(), BodyHandlers.ofLines());
        return (long) answer.body()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }
}
