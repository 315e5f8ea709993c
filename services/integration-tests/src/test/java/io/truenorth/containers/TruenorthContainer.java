package io.truenorth.containers;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Our image as one of its programs. */
final class TruenorthContainer extends GenericContainer<TruenorthContainer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECONDS_TO_STOP = 15;
    private static final int LINES_OF_LOG = 20;
    private static final String WARNING = "\"level\":\"WARN\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    private TruenorthContainer(Network network, Map<String, String> environment, String token) {
        super(DockerImageName.parse(Images.TRUENORTH));
        this.token = token;
        withNetwork(network);
        withEnv(environment);
    }

    /** A service that is ready once {@link #start} returns. */
    static TruenorthContainer service(
            Network network, String service, String name, int port, Map<String, String> environment, String token) {
        return new TruenorthContainer(network, environment, token)
                .withCommand(service)
                .withNetworkAliases(name)
                .withExposedPorts(port)
                .waitingFor(Wait.forHttp("/health/ready").forPort(port).withStartupTimeout(PATIENCE));
    }

    /** A command that has ended well once {@link #start} returns. */
    static TruenorthContainer command(Network network, Map<String, String> environment, String... command) {
        return new TruenorthContainer(network, environment, "")
                .withCommand(command)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE));
    }

    /** Where this machine reaches it. */
    URI uri() {
        return URI.create("http://" + getHost() + ":" + getFirstMappedPort());
    }

    /** Asks as who holds the token. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri().resolve(path)).header("Authorization", "Bearer " + token));
    }

    /** Asks as anybody. */
    HttpResponse<String> getWithoutToken(String path) {
        return send(HttpRequest.newBuilder(uri().resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(getCommandParts()[0] + " " + howItIs(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String howItIs() {
        ContainerState state = getCurrentContainerInfo().getState();
        List<String> log =
                getLogs().lines().filter(line -> !line.contains(WARNING)).toList();
        return "is " + state.getStatus() + ", exit code " + state.getExitCodeLong() + "; warnings apart its log ends:\n"
                + String.join("\n", log.subList(Math.max(0, log.size() - LINES_OF_LOG), log.size()));
    }

    Metrics metrics() {
        return new Metrics(get("/metrics").body());
    }

    /** As an orchestrator stops it: it is told, and has a while. Returns its exit code. */
    long terminate() {
        getDockerClient()
                .stopContainerCmd(getContainerId())
                .withTimeout(SECONDS_TO_STOP)
                .exec();
        Long exitCode = getCurrentContainerInfo().getState().getExitCodeLong();
        return exitCode == null ? -1 : exitCode;
    }
}
