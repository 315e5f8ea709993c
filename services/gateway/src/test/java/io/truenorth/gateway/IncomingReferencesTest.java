package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event may be about, and whose it is where it names no customer. */
class IncomingReferencesTest {
    private static final String NO_IDENTITIES = "identities:";

    private final GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Touchpoint sent(String... members) {
        Answer answer = gateway.post(event(members));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return gateway.sent().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"order\",\"id\":\"1017\"}", "\"order:1017\""})
    void anEventMayReferToAnOrderInTwoForms(String reference) {
        Touchpoint touchpoint = sent("references:[" + reference + "]");

        assertThat(touchpoint.getReferences()).containsExactly(new Reference("order", "1017"));
        assertThat(gateway.sentKeys()).containsExactly("crm:c-1");
    }

    @Test
    void anEventWithoutAnIdentityIsKeyedByItsFirstReference() {
        Touchpoint touchpoint = sent(NO_IDENTITIES, "references:[\"charge:ch:1\",\"order:1017\",\"charge:ch:1\"]");

        assertThat(touchpoint.getIdentities()).isEmpty();
        assertThat(touchpoint.getReferences())
                .containsExactly(new Reference("charge", "ch:1"), new Reference("order", "1017"));
        assertThat(gateway.sentKeys()).containsExactly("charge:ch:1");
    }

    @Test
    void anEventOfNobodyWithAReferenceGoesOn() {
        Touchpoint touchpoint =
                sent("identities:[{\"namespace\":\"crm\",\"value\":\"guest\"}]", "references:[\"order:1017\"]");

        assertThat(touchpoint.getIdentities()).isEmpty();
        assertThat(touchpoint.getContext()).containsEntry("leftOut", "crm BLOCKED_IDENTITY");
    }

    @Test
    void aReferenceIsAPartOfTheContentThatAnIdIsDerivedFrom() {
        List<String> ids = List.of("[]", "[\"order:1\"]", "[\"order:2\"]", "[]").stream()
                .map(references -> {
                    gateway.post(event("references:" + references));
                    return gateway.sent().get(gateway.sent().size() - 1).getEventId();
                })
                .toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(3));
        assertThat(ids.stream().distinct()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                              | /identities         | expected, but missing
            ["order:undefined"]             | /identities         | expected, but missing
            ["1017"]                        | /references/0/id    | expected, but missing
            ["order:"]                      | /references/0/id    | expected a text that is not empty, without space at its ends, was empty
            ["Order:1017"]                  | /references/0/type  | expected lower-case words joined by - or _, was "Order"
            [{"type": "order"}]             | /references/0/id    | expected, but missing
            [{"kind": "order"}]             | /references/0/kind  | unknown field
            [17]                            | /references/0       | expected an object, was 17
            "order:1017"                    | /references         | expected an array of up to 20, was "order:1017"
            """)
    void invalidReferencesAreNamed(String references, String path, String message) {
        Answer answer = gateway.post(event(NO_IDENTITIES, "references:" + references));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(path)).isEqualTo(message);
        assertThat(gateway.producer.history()).isEmpty();
    }

    @Test
    void moreThanTwentyAreRefused() {
        String many =
                IntStream.range(0, 21).mapToObj(id -> "\"order:" + id + "\"").collect(Collectors.joining(","));

        assertThat(gateway.post(event("references:[" + many + "]")).error("/references"))
                .isEqualTo("expected up to 20, was 21");
    }
}
