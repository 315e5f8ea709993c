package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses of a registry over HTTP, since their classification depends on the messages of Confluent's client. */
class RegistryOverHttpTest {
    private static final byte[] RECORD = WrittenElsewhere.wireFormat(7, new byte[3]);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSchemaOfAnotherKindIsUnreadable() {
        answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message Touchpoint {}\"}");

        assertThat(failureOfReading())
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AVRO));
    }

    @Test
    void aSchemaThatCannotBeParsedIsUnreadable() {
        answer(200, """
                {"schema": "{\\"type\\": \\"no such type\\"}"}
                """);

        assertThat(failureOfReading())
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AVRO));
    }

    @Test
    void aSchemaOfWhichAPartCannotBeFetchedIsWorthAnotherTry() {
        server.createContext("/subjects/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        answer(200, """
                {
                  "schema": "{\\"type\\": \\"array\\", \\"items\\": \\"a.Part\\"}",
                  "references": [{"name": "a.Part", "subject": "part", "version": 1}]
                }
                """);

        assertThat(failureOfReading()).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aSchemaThatIsNotThereIsUnreadable() {
        answer(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");

        assertThat(failureOfReading())
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA));
    }

    @Test
    void aBare404FromSomethingOnTheWayIsNotTheRegistrysWord() {
        answer(404, "<html>no such page</html>");

        assertThat(failureOfReading()).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aFailingRegistryIsWorthAnotherTry() {
        answer(500, "{\"error_code\":50001,\"message\":\"Error in the backend data store\"}");

        assertThat(failureOfReading())
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("Error in the backend data store");
    }

    @Test
    void noRegistryIsWorthAnotherTry() {
        stop();

        assertThat(failureOfReading()).isInstanceOf(RegistryUnavailableException.class);
    }

    private Throwable failureOfReading() {
        String url = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
        RecordReader<Touchpoint> reader =
                RecordSerdes.on(url, Map.of("max.retries", 0)).reader(Topics.TOUCHPOINTS);
        return catchThrowable(() -> reader.read(RECORD));
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
