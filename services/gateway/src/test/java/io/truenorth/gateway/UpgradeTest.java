package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What docs/deploy.md says of deployments that are older than the one way to write a phone number. The hashes are those that
 * such a deployment has made: of the text as it was sent, in lower case, under the key of the test.
 */
class UpgradeTest {

    private static final String WITHOUT_CHANGE = """
            email | Ann@Example.org   | 3b89494612bb32bf44b3e059228e284e
            email | zoe\u0308@example.org | 0faf9d06e51d8cb7826e03890428c18c
            phone | +41791234567      | ded37b5a178067cec27873f583c1ba33
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = WITHOUT_CHANGE)
    void addressesAndNumbersInE164KeepTheirHashes(String namespace, String value, String hash) {
        assertThat(hashOf(namespace, value, Map.of("TRUENORTH_GATEWAY_IDENTITIES_REGION", "CH")))
                .isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +41 79 123 45 67 | 53156ba42e1c3e62022192521455bdc1
            079 123 45 67    | 3fea1acb19416d7c731483d69aa1b31a
            """)
    void aNumberThatWasWrittenOtherwiseIsAnotherCustomerUnlessNumbersStayAsTheyAreSent(String number, String hash) {
        Map<String, String> region = Map.of("TRUENORTH_GATEWAY_IDENTITIES_REGION", "CH");
        Map<String, String> asSent = Map.of("TRUENORTH_GATEWAY_IDENTITIES_PHONES", "as-sent");

        assertThat(hashOf("phone", number, region)).isEqualTo("ded37b5a178067cec27873f583c1ba33");
        assertThat(hashOf("phone", number, asSent)).isEqualTo(hash);
    }

    private static String hashOf(String namespace, String value, Map<String, String> configuration) {
        try (GatewayUnderTest gateway = GatewayUnderTest.started(configuration)) {
            gateway.post(event("identities:[{\"namespace\":\"" + namespace + "\",\"value\":\"" + value + "\"}]"));
            return gateway.sent().get(0).getIdentities().get(0).getValue();
        }
    }
}
