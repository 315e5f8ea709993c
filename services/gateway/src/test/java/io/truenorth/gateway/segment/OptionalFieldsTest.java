package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nothing depends on costs no event; what is counted is refused by name. The source takes amounts in euros. */
class OptionalFieldsTest {

    private final TranslationUnderTest translation = new TranslationUnderTest(
            new SegmentTranslation("store", new KindNames(Map.of()), Optional.of("EUR"), ConsentCategories.usual()));

    /** Texts and values that no contract has; none of them names anybody. */
    static List<String> bad() {
        return List.of(
                "null",
                "true",
                "-1",
                "1e99",
                "''",
                "' \\u0000 '",
                "'a\\nb'",
                "'\\ud800'",
                "'" + "x".repeat(5000) + "'",
                "[]",
                "[null, 'x']",
                "{}",
                "{'name': {}, 'traits': [], 'library': 7}",
                "{'library': {'name': ['x']}}",
                "{'library': {'name': '" + "x".repeat(5000) + "'}}",
                "{'library': {'name': 'a\\tb'}}");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void anOptionalFieldCostsNoEvent(String bad) {
        for (String field : List.of(
                "context",
                "traits",
                "properties",
                "integrations",
                "messageId",
                "channel",
                "version",
                "_metadata",
                "sentAt",
                "receivedAt",
                "category",
                "name",
                "groupId",
                "library",
                "writeKey")) {
            assertThat(translation
                            .translate(message("'" + field + "': " + bad), Map.of())
                            .touchpoints())
                    .as(field)
                    .hasSize(1);
        }
        for (String property : List.of("category", "campaign_name", "campaignId", "products", "currency", "coupon")) {
            assertThat(translation
                            .translate(message("'properties': {'" + property + "': " + bad + "}"), Map.of())
                            .touchpoints())
                    .as(property)
                    .hasSize(1);
        }
        for (String trait : List.of("plan", "age", "address", "name", "company")) {
            assertThat(translation
                            .translate(message("'context': {'traits': {'" + trait + "': " + bad + "}}"), Map.of())
                            .touchpoints())
                    .as(trait)
                    .hasSize(1);
        }
    }

    @Test
    void aLongOrderIsOneEvent() {
        String product = "{'product_id': '1', 'sku': 'a', 'name': 'b', 'price': 1, 'quantity': 1, 'brand': 'c'}";
        Touchpoint touch = translation.touchpoint(
                message("'properties': {'products': [" + (product + ", ").repeat(299) + product + "], 'revenue': 7}"),
                Map.of());

        assertThat(touch.getMoney()).isEqualTo(new Money(700L, "EUR"));
    }

    @Test
    void howDeepOrLongTheNamesAndNumbersOfPropertiesAreCostsNoEvent() {
        for (String property : List.of(
                "'a': " + "[".repeat(400) + "]".repeat(400),
                "'" + "n".repeat(5000) + "': 1",
                "'a': " + "9".repeat(5000),
                "'revenue': 7, 'shares': 1e99999")) {
            assertThat(translation
                            .translate(message("'properties': {" + property + "}"), Map.of())
                            .touchpoints())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 5000})
    void anIdThatIsTooLongIsKnownByItsHash(int length) {
        String message = message("'messageId': '" + "m".repeat(length) + "'");

        String id = translation.touchpoint(message, Map.of()).getEventId();
        assertThat(id).startsWith("sha256:").hasSize(71);
        assertThat(translation.touchpoint(message, Map.of()).getEventId()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'revenue': 25}                                    | 2500",
                "{'revenue': 25, 'currency': ''}                    | 2500",
                "{'revenue': 25, 'currency': null}                  | 2500",
                "{'revenue': 10, 'currency': 'USD'}                 | 500",
                "{'revenue': '', 'total': '25'}                     | 2500",
                "{'revenue': null, 'value': 25}                     | 2500",
            })
    void anAmountWithoutCurrencyIsInThatOfTheSource(String properties, long minor) {
        assertThat(translation
                        .touchpoint(message("'properties': " + properties), Map.of())
                        .getMoney())
                .isEqualTo(new Money(minor, "EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'revenue': 'a lot'}                | /properties/revenue  | expected an amount",
                "{'revenue': [25]}                   | /properties/revenue  | expected an amount",
                "{'revenue': 25, 'currency': 'beads'} | /properties/currency | expected an ISO 4217 code",
                "{'revenue': 25, 'currency': {}}     | /properties/currency | expected an ISO 4217 code",
            })
    void moneyThatCannotBeReadIsRefusedByName(String properties, String path, String expected) {
        FailedEvent failure = translation.failure(message("'properties': " + properties), Map.of());

        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.message()).contains(expected);
    }

    private static String message(String more) {
        return ("{'type': 'track', 'event': 'Order Completed', 'userId': 'u-1', 'timestamp': '2026-03-01T10:00:00Z', "
                        + more + "}")
                .replace('\'', '"');
    }
}
