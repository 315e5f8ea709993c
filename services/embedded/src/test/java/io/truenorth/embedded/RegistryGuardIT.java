package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of a foreign site, or another user of this machine, tries on the registry. */
@TestInstance(Lifecycle.PER_CLASS)
class RegistryGuardIT {
    private static final String API = "/apis/ccompat/v7";
    private static final String SUBJECT = "touchpoints-value";
    private static final String PORT_OPTION = "-Dquarkus.http.port=";
    private static final AvroSchema SCHEMA = new AvroSchema("\"string\"");

    @TempDir
    private static Path directory;

    private LocalRegistry registry;
    private HttpServer elsewhere;
    private final AtomicInteger askedElsewhere = new AtomicInteger();

    @BeforeAll
    void start() throws IOException {
        registry = LocalRegistry.start(RegistryServerConfig.in(directory));
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            askedElsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @BeforeEach
    void register() throws Exception {
        client().register(SUBJECT, SCHEMA);
    }

    @AfterAll
    void stop() {
        elsewhere.stop(0);
        registry.close();
        assertThat(directory.resolve("client.properties")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                API + "/subjects",
                API + "/schemas/ids/1",
                API + "/config",
                "/apis/registry/v3/system/info",
                "/apis/registry/v2/search/artifacts",
                "/health/ready",
                "/q/metrics",
                "/metrics",
                "/"
            })
    void aForeignHostIsRefusedOnEveryPath(String path) throws IOException {
        assertThat(asked("GET", path, "Host: rebound.example:" + registry.port()))
                .startsWith("HTTP/1.1 421");
        assertThat(asked("DELETE", path, "Host: rebound.example", authorization()))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost.rebound.example",
                "Host: 127.0.0.1.rebound.example:8081",
                "Host: rebound.example@127.0.0.1",
                "Host: 0.0.0.0",
                "Host:",
                "X-Forwarded-Host: localhost",
                "Host: localhost\r\nHost: rebound.example"
            })
    void noDisguiseOfTheHostHelps(String headers) throws IOException {
        assertThat(asked("GET", API + "/subjects", headers)).matches("(?s)HTTP/1.1 (421|400).*");
    }

    @Test
    void aPageIsRefusedAlsoWhereItKnowsTheName() throws IOException {
        assertThat(asked("GET", API + "/subjects", host(), "Origin: http://localhost:8083"))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("GET", API + "/subjects", host(), "Sec-Fetch-Site: cross-site"))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("OPTIONS", API + "/subjects", host(), "Origin: http://rebound.example"))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    @Test
    void nothingIsDeletedOrChangedWithoutTheCredentialsOfTheRun() throws Exception {
        assertThat(asked("DELETE", API + "/subjects/" + SUBJECT, host())).startsWith("HTTP/1.1 401");
        assertThat(asked("DELETE", API + "/subjects/" + SUBJECT, host(), basic("truenorth:guessed")))
                .startsWith("HTTP/1.1 401");
        assertThat(asked(
                        "GET",
                        API + "/subjects/" + SUBJECT + "/versions/latest",
                        host(),
                        "X-HTTP-Method-Override: DELETE"))
                .startsWith("HTTP/1.1 200");
        assertThat(posted(API + "/subjects/other/versions", "{\"schema\":\"\\\"long\\\"\"}", host()))
                .startsWith("HTTP/1.1 401");
        assertThat(asked("PUT", API + "/config", host())).startsWith("HTTP/1.1 401");
        SchemaRegistryClient stranger = new CachedSchemaRegistryClient(registry.url(), 10);
        assertThatThrownBy(() -> stranger.deleteSubject(SUBJECT))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getStatus()).isEqualTo(401));

        assertThat(stranger.getAllSubjects()).contains(SUBJECT);
        assertThat(stranger.getSchemaById(client().getId(SUBJECT, SCHEMA))).isEqualTo(SCHEMA);
    }

    @Test
    void whoHasNoneMayLookASchemaUpAsEveryProducerDoes() throws Exception {
        SchemaRegistryClient stranger = new CachedSchemaRegistryClient(registry.url(), 10);

        assertThat(stranger.getId(SUBJECT, SCHEMA)).isEqualTo(client().getId(SUBJECT, SCHEMA));
        assertThat(posted(
                        API + "/subjects/unheard-of",
                        "{\"schema\":\"\\\"long\\\"\"}",
                        host(),
                        "Content-Type: application/json"))
                .startsWith("HTTP/1.1 404");
        assertThat(stranger.getAllSubjects()).doesNotContain("unheard-of");
    }

    @Test
    void whoHasTheCredentialsMayDoAll() throws Exception {
        client().register("temporary-value", SCHEMA);

        assertThat(client().deleteSubject("temporary-value")).containsExactly(1);
        assertThat(asked("DELETE", API + "/subjects/temporary-value?permanent=true", host(), authorization()))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/apis/registry/v2/groups/default/artifacts",
                "/apis/registry/v3/groups/default/artifacts",
                "/apis/ccompat/v7/../../registry/v3/groups/default/artifacts",
                "/apis/ccompat/v7/%2e%2e/%2E%2e/registry/v3/groups/default/artifacts",
                "/apis/ccompat/v7/..%2f..%2fregistry/v3/groups/default/artifacts",
                "/apis/ccompat/v7//../registry/v3/groups/default/artifacts",
                "/apis/ccompat/v7;/../../registry/v3/groups/default/artifacts"
            })
    void anArtefactByAddressIsRefusedWithCredentialsToo(String path) throws IOException {
        String artefact = "{\"content\":\"" + addressElsewhere() + "\"}";

        assertThat(posted(
                        path,
                        artefact,
                        host(),
                        authorization(),
                        "Content-Type: application/create.extended+json",
                        "X-Registry-ArtifactType: AVRO"))
                .startsWith("HTTP/1.1 404");
        assertThat(askedElsewhere).hasValue(0);
    }

    @Test
    void aSchemaThatRefersToAnAddressIsNotFollowed() throws IOException {
        String schema = "{\\\"$ref\\\":\\\"" + addressElsewhere() + "\\\"}";

        posted(
                API + "/subjects/remote-value/versions",
                "{\"schemaType\":\"JSON\",\"schema\":\"" + schema + "\"}",
                host(),
                authorization());

        assertThat(askedElsewhere).hasValue(0);
    }

    @Test
    void behindItsGuardTheRegistryAnswersNobodyElse() throws IOException {
        int behind = portBehind();
        String host = "Host: 127.0.0.1";

        assertThat(behind).isNotEqualTo(registry.port());
        assertThat(askedAt(behind, "GET", API + "/subjects", host)).startsWith("HTTP/1.1 401");
        assertThat(askedAt(behind, "GET", "/apis/registry/v3/system/info", host))
                .startsWith("HTTP/1.1 401");
        assertThat(askedAt(behind, "GET", "/apis/registry/v3/system/info", host, authorization()))
                .startsWith("HTTP/1.1 403");
        assertThat(askedAt(behind, "GET", "/health/ready", host)).startsWith("HTTP/1.1 401");
    }

    @Test
    void theCredentialsAreTheOwnersAloneAndOnNoCommandLine() throws IOException {
        Path file = directory.resolve("client.properties");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(LocalRegistry.clientPropertiesIn(directory)).isEqualTo(registry.clientProperties());
        String password = userInfo().substring("truenorth:".length());
        assertThat(password).hasSize(64);
        assertThat(registry.process().info().commandLine().orElseThrow()).doesNotContain(password);
        assertThat(registry.url()).doesNotContain(password);
        assertThat(Files.readString(directory.resolve("registry.log"))).doesNotContain(password);
    }

    private SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(registry.url(), 10, registry.clientProperties());
    }

    private String addressElsewhere() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/schema.json";
    }

    private String host() {
        return "Host: 127.0.0.1:" + registry.port();
    }

    private String authorization() {
        return basic(userInfo());
    }

    private String userInfo() {
        return Map.copyOf(registry.clientProperties()).getOrDefault("basic.auth.user.info", "");
    }

    private static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String asked(String method, String path, String... headers) throws IOException {
        return askedAt(registry.port(), method, path, headers);
    }

    private static String askedAt(int port, String method, String path, String... headers) throws IOException {
        return exchanged(
                port,
                method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
    }

    private String posted(String path, String body, String... headers) throws IOException {
        return exchanged(
                registry.port(),
                "POST " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                        + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Byte for byte, as no client of HTTP would send all of these. */
    private static String exchanged(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where the registry itself listens, as its command line tells every user of the machine. */
    private int portBehind() {
        return Stream.of(registry.process().info().arguments().orElseThrow())
                .filter(argument -> argument.startsWith(PORT_OPTION))
                .map(argument -> Integer.parseInt(argument.substring(PORT_OPTION.length())))
                .findFirst()
                .orElseThrow();
    }
}
