package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.query.CustomerReport;
import io.truenorth.query.QueryClient;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.http.TokenHash;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A whole system to which the sources of some documents send, and what must become of what they send. */
final class ConnectedSystem {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path DOCUMENTS = Path.of("src/test/sources");

    private ConnectedSystem() {}

    /**
     * Starts it.
     *
     * @param directory empty, for all that it keeps
     * @param documents by the names of their files
     * @param secrets of the sources, by variable
     */
    static LocalSystem start(Path directory, Map<String, String> documents, Map<String, String> secrets)
            throws Exception {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Files.writeString(sources.resolve(document.getKey()), document.getValue());
        }
        Map<String, String> variables = new HashMap<>(secrets);
        variables.put("TRUENORTH_GATEWAY_SOURCES_DIRECTORY", sources.toString());
        variables.put("TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY", "00112233445566778899aabbccddeeff".repeat(2));
        return LocalSystem.start(
                new LocalSystemConfig(
                        directory.resolve("system"), false, LocalPorts.free(), ConfigSources.of(variables)),
                StartSteps.silent());
    }

    /** A document that the page on channels shows, for a write key. */
    static String document(String file, String key) throws IOException {
        return Files.readString(DOCUMENTS.resolve(file))
                .replace("SHA256", TokenHash.of("any", key).sha256());
    }

    static QueryClient queries(LocalSystem system) {
        return system.deployment().queryClient();
    }

    /** Waits until a customer has the order, the traits, the group, the page and the screen that a library has sent. */
    static void assertIsScored(QueryClient queries, String customer, String region) {
        await("all messages of " + customer)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(queries.customer(customer))
                        .hasValueSatisfying(scored -> assertHasAll(scored, region)));
    }

    private static void assertHasAll(CustomerReport scored, String region) {
        assertThat(scored.contributions().money()).isPositive();
        assertThat(scored.attributes()).containsEntry("region", region).containsEntry("group", "g-1");
        assertThat(scored.explanation().toString()).contains("page_viewed", "screen_viewed", "purchase");
    }
}
