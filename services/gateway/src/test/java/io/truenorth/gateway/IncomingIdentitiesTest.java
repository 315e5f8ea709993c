package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who an event may be of, and how names are written, whoever sends them. */
class IncomingIdentitiesTest {

    private GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void restartWith(Map<String, String> variables) {
        gateway.close();
        gateway = GatewayUnderTest.started(variables);
    }

    /** Of {@code namespace:value} each, the value as JSON writes it. */
    private static String of(String... identities) {
        return event("identities:["
                + Arrays.stream(identities)
                        .map(identity -> identity.split(":", 2))
                        .map(parts -> "{\"namespace\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}")
                        .collect(Collectors.joining(","))
                + "]");
    }

    private Identity onlyIdentity(String... identities) {
        Answer answer = gateway.post(of(identities));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(gateway.sent()).hasSize(1);
        assertThat(gateway.sent().get(0).getIdentities()).hasSize(1);
        return gateway.sent().get(0).getIdentities().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user:undefined                                 | a word for a missing value
            customer:NULL                                  | a word for a missing value
            user: [Object object]                          | a word for a missing value
            crm:Guest                                      | a generic name
            crm:-1                                         | a truth value or a default number
            email:1                                        | a truth value or a default number
            device:00000000-0000-0000-0000-000000000000    | nothing but zeros
            email:Test@Test.com                            | an address for tests and examples
            email:ann@EXAMPLE.com                          | an address for tests and examples
            email:noreply@shop.example.org                 | a no-reply address
            """)
    void whatIsNobodyIsRefusedByNameWhereNobodyElseIsNamed(String identity, String kind) {
        Answer answer = gateway.post(of(identity));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/reason").asText()).isEqualTo("BLOCKED_IDENTITY");
        assertThat(answer.error("/identities/0/value"))
                .isEqualTo(
                        "expected the name of somebody in the namespace " + identity.split(":")[0] + ", found " + kind);
        assertThat(gateway.producer.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:undefined", "user:", "user: null ", "email:test@test.com", "phone:none", "phone:12"})
    void anEventThatKeepsAnotherIdentityGoesOnWithoutTheOne(String nobody) {
        assertThat(onlyIdentity(nobody, "anonymous:a-1")).isEqualTo(new Identity("anonymous", "a-1"));
        assertThat(gateway.sentKeys()).containsExactly("anonymous:a-1");
        assertThat(gateway.sent().get(0).getContext().get("leftOut"))
                .startsWith(nobody.split(":")[0] + " ")
                .endsWith(nobody.equals("phone:12") ? "INVALID_PHONE_NUMBER" : "BLOCKED_IDENTITY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"crm:1", "crm:10", "user:unknown-soldier", "user:testa", "crm:0001", "email:ann@example.org"})
    void whatOnlyLooksLikeNobodyIsSomebody(String identity) {
        assertThat(gateway.post(of(identity)).status()).isEqualTo(202);
    }

    @Test
    void theStrongestIdentityDecidesOnThePartition() {
        gateway.post(of("anonymous:a-1", "loyalty:7", "card:4711", "user:u-2", "user:u-1"));

        assertThat(gateway.sentKeys()).containsExactly("user:u-2");
        assertThat(gateway.sent().get(0).getIdentities())
                .containsExactly(
                        new Identity("user", "u-2"),
                        new Identity("user", "u-1"),
                        new Identity("card", "4711"),
                        new Identity("anonymous", "a-1"),
                        new Identity("loyalty", "7"));
    }

    @Test
    void theRankingOfTheDeploymentSaysWhichIsTheStrongest() {
        restartWith(Map.of("TRUENORTH_IDENTITIES_RANKING", "loyalty,user"));

        gateway.post(of("user:u-1", "loyalty:7"));

        assertThat(gateway.sentKeys()).containsExactly("loyalty:7");
    }

    @Test
    void theIdOfAnEventWithoutOneDoesNotDependOnTheRanking() {
        String sent = of("user:u-1", "loyalty:7");
        String id = gateway.post(sent).body().at("/eventIds/0").asText();
        restartWith(Map.of("TRUENORTH_IDENTITIES_RANKING", "loyalty,user"));

        assertThat(gateway.post(sent).body().at("/eventIds/0").asText()).isEqualTo(id);
    }

    @Test
    void aDeploymentAddsValuesAndTakesSomeOut() {
        restartWith(Map.of(
                "TRUENORTH_IDENTITIES_BLOCKED", "kiosk-*,email:*@till.example.org,phone:+41791234567",
                "TRUENORTH_IDENTITIES_ALLOWED", "crm:0,*@example.com,kiosk-7"));

        assertThat(gateway.post(of("device:Kiosk-1")).error("/identities/0/value"))
                .endsWith("found a value that identities.blocked lists");
        assertThat(gateway.post(of("email:store-4@till.example.org")).status()).isEqualTo(400);
        assertThat(gateway.post(of("user:store-4@till.example.org")).status()).isEqualTo(202);
        assertThat(gateway.post(of("phone:+41 (0)79 123-45-67")).status()).isEqualTo(400);
        assertThat(gateway.post(of("device:kiosk-7")).status()).isEqualTo(202);
        assertThat(gateway.post(of("crm:0")).status()).isEqualTo(202);
        assertThat(gateway.post(of("user:0")).status()).isEqualTo(400);
        assertThat(gateway.post(of("email:ann@example.com")).status()).isEqualTo(202);
    }

    /** HMAC-SHA-256 of {@code phone:+41791234567} under the key of the test, its first 16 bytes. */
    private static final Identity NUMBER = new Identity("phone", "ded37b5a178067cec27873f583c1ba33");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+41791234567",
                "+41 79 123 45 67",
                "+41 (0)79 123-45-67",
                "079 123 45 67",
                "0041791234567",
                "41791234567",
                " 079/123.45.67 ",
                "+٤١٧٩١٢٣٤٥٦٧"
            })
    void aPhoneNumberIsOneHoweverItIsWritten(String number) {
        restartWith(Map.of("TRUENORTH_GATEWAY_IDENTITIES_REGION", "CH"));

        assertThat(onlyIdentity("phone:" + number)).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            079 123 45 67            | expected a phone number with its country, such as +41791234567; national ones need the source's region, or gateway.identities.region
            call me                  | expected a phone number (NOT_A_NUMBER)
            ask for 0041 79 12345 67 | expected a phone number with its country
            +1-800-FLOWERS           | expected a phone number, found one with letters
            +US.1                    | expected a phone number (NOT_A_NUMBER)
            +999 1234567             | expected a phone number (INVALID_COUNTRY_CODE)
            +41 79 123               | expected a whole phone number, found one that no country has (TOO_SHORT)
            +1 650 253 0000 ext. 12  | expected a phone number of one line, found one with an extension, which E.164 cannot say
            """)
    void whatIsNoPhoneNumberIsRefusedByNameWhereNobodyElseIsNamed(String number, String message) {
        Answer answer = gateway.post(of("phone:" + number));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/reason").asText()).isEqualTo("INVALID_PHONE_NUMBER");
        assertThat(answer.error("/identities/0/value")).startsWith(message);
        assertThat(answer.body().toString()).doesNotContain(number);
    }

    @Test
    void namesAreComposedAndThoseThatOnlyLookAlikeAreRefused() {
        assertThat(onlyIdentity("crm:Zoe\u0308")).isEqualTo(new Identity("crm", "Zo\u00eb"));
        assertThat(gateway.post(of("crm:ann\u200b")).error("/identities/0/value"))
                .startsWith("expected a text without characters that nobody sees (U+200B ZERO WIDTH SPACE)");
        assertThat(gateway.post(of("email:\u202eann@example.org")).error("/identities/0/value"))
                .startsWith("expected a text without characters that nobody sees (U+202E RIGHT-TO-LEFT OVERRIDE)");
        assertThat(gateway.post(of("crm:ann\u00a0")).error("/identities/0/value"))
                .startsWith("expected a text that is not empty, without space at its ends");
        assertThat(gateway.post(of("crm:a\u200db", "crm:c-1")).status()).isEqualTo(400);
    }

    @Test
    void anAddressIsWrittenInOneWayWhetherItIsHiddenOrNot() {
        restartWith(Map.of("TRUENORTH_GATEWAY_IDENTITIES_PERSONAL", "phone"));

        assertThat(onlyIdentity("email: Zoe\u0308@Example.ORG ", "email:zo\u00eb@example.org"))
                .isEqualTo(new Identity("email", "zo\u00eb@example.org"));
    }
}
