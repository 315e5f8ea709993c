package io.truenorth.cli.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.privacy.export.FailedBodies.Ownership;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of crm:c-1, beside others whose names have it in them. */
class FailedBodiesTest {
    private static final byte[] UNREADABLE = "no touchpoint".getBytes(StandardCharsets.UTF_8);

    private final DataSubject person = DataSubject.of("crm:c-1", Optional.empty());
    private final FailedBodies bodies = new FailedBodies(person, "crm:c-1", body -> Optional.empty());

    @Test
    void theKeyOfARecordSaysWhoseItIs() {
        assertThat(bodies.of("crm:c-1", UNREADABLE)).isEqualTo(Ownership.CERTAIN);
        assertThat(bodies.of("crm:c-17", UNREADABLE)).isEqualTo(Ownership.NONE);
        assertThat(bodies.of("crm:C-1", UNREADABLE)).isEqualTo(Ownership.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"identities": ["crm:c-1"]}                              | CERTAIN
            {"identities": [{"namespace": "crm", "value": "c-1"}]}   | CERTAIN
            {"identities": ["crm:c-17"]}                             | NONE
            {"identities": ["my-crm:c-1"]}                           | NONE
            {"identities": [{"namespace": "crm", "value": "c-17"}]}  | NONE
            {"identities": [{"namespace": "my-crm", "value": "c-17"}]} | NONE
            {"userId": "c-1"}                                        | POSSIBLE
            {"userId": "c-17"}                                       | NONE
            {"note": "as crm:c-1 wrote"}                             | POSSIBLE
            {"note": "as my-crm:c-1 wrote"}                          | NONE
            id;crm:c-1;web                                           | POSSIBLE
            id;crm:c-17;web                                          | NONE
            """)
    void theFieldsOfABodySayWhoseItIs(String body, Ownership expected) {
        assertThat(bodies.of("", body.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void aTouchpointIsOfItsIdentities() {
        assertThat(ofTouchpoint("c-1", Map.of())).isEqualTo(Ownership.CERTAIN);
        assertThat(ofTouchpoint("c-17", Map.of("referrer", "friend of crm:c-1")))
                .isEqualTo(Ownership.POSSIBLE);
        assertThat(ofTouchpoint("c-17", Map.of("referrer", "my-crm:c-1"))).isEqualTo(Ownership.NONE);
    }

    private Ownership ofTouchpoint(String value, Map<String, String> attributes) {
        Touchpoint touchpoint = Touchpoint.newBuilder()
                .setEventId("e-1")
                .setIdentities(List.of(new Identity("crm", value)))
                .setOccurredAt(1)
                .setReceivedAt(1)
                .setDirection(Direction.IN)
                .setReferences(List.of())
                .setAttributes(attributes)
                .build();
        byte[] stored = touchpoint.toString().getBytes(StandardCharsets.UTF_8);
        return new FailedBodies(person, "crm:c-1", body -> Optional.of(touchpoint)).of("", stored);
    }

    @Test
    void anAddressIsAPersonsAsSendersHaveIt() {
        DataSubject ann = DataSubject.of("email:3b89494612bb32bf44b3e059228e284e", Optional.empty());
        FailedBodies ofAnn = new FailedBodies(ann, "email:ann@example.net", body -> Optional.empty());

        assertThat(ofAnn.of("", json("Ann@Example.net"))).isEqualTo(Ownership.CERTAIN);
        assertThat(ofAnn.of("", json("write to ann@example.net"))).isEqualTo(Ownership.POSSIBLE);
        assertThat(ofAnn.of("", json("joann@example.net"))).isEqualTo(Ownership.NONE);
    }

    private static byte[] json(String text) {
        return ("{\"to\": \"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
