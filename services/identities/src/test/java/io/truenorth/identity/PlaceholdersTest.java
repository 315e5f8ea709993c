package io.truenorth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private final Placeholders standard = Placeholders.standard();

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'',EMPTY",
                "' \t',EMPTY",
                "null,MISSING_VALUE",
                "nil,MISSING_VALUE",
                "None,MISSING_VALUE",
                "UNDEFINED,MISSING_VALUE",
                "NaN,MISSING_VALUE",
                "N/A,MISSING_VALUE",
                "na,MISSING_VALUE",
                "Unknown,MISSING_VALUE",
                "(null),MISSING_VALUE",
                "[Object Object],MISSING_VALUE",
                "[object Promise],MISSING_VALUE",
                "Anonymous,ANYBODY",
                "GUEST,ANYBODY",
                "test,ANYBODY",
                "user,ANYBODY",
                "True,TRUTH_OR_NUMBER",
                "false,TRUTH_OR_NUMBER",
                "0,TRUTH_OR_NUMBER",
                "-1,TRUTH_OR_NUMBER",
                "0000,ZEROS",
                "0.0,ZEROS",
                "00000000-0000-0000-0000-000000000000,ZEROS",
                "{00000000-0000-0000-0000-000000000000},ZEROS",
                "00:00:00:00:00:00,ZEROS",
                "Test@Test.com,TEST_ADDRESS",
                "ann@example.COM,TEST_ADDRESS",
                "NoReply@shop.example.org,NO_REPLY_ADDRESS",
                "no-reply@shop.example.org,NO_REPLY_ADDRESS",
            })
    void isAPlaceholderInEveryNamespace(String value, Placeholder why) {
        for (String namespace : List.of("user", "email", "crm", "cookie")) {
            assertThat(standard.find(namespace, value)).contains(why);
            assertThat(standard.find(namespace, "\u00a0" + value + " ")).contains(why);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "2", "10", "-", "c-0", "nullable", "undefined1", "guest7", "tester", "true north", "nana"})
    void isNotAPlaceholder(String value) {
        assertThat(standard.find("user", value)).isEmpty();
    }

    @Test
    void oneIsAPlaceholderInNamespacesWithoutNumbers() {
        assertThat(standard.find("email", "1")).contains(Placeholder.TRUTH_OR_NUMBER);
        assertThat(standard.find("phone", "1")).contains(Placeholder.TRUTH_OR_NUMBER);
        assertThat(standard.find("device", "1")).contains(Placeholder.TRUTH_OR_NUMBER);
        assertThat(standard.find("crm", "1")).isEmpty();
    }

    @Test
    void aDeploymentAddsAndTakesOutForAllNamespacesOrForOne() {
        Placeholders ours = Placeholders.of(
                List.of("Kiosk*", "email:*@till.example.org", "*:urn:nobody", "crm:*walk-in*"),
                List.of("crm:0", "kiosk-7", "*@example.com"));

        assertThat(ours.find("device", "kiosk-1")).contains(Placeholder.DECLARED);
        assertThat(ours.find("device", "KIOSK-7")).isEmpty();
        assertThat(ours.find("email", "4@till.example.org")).contains(Placeholder.DECLARED);
        assertThat(ours.find("user", "4@till.example.org")).isEmpty();
        assertThat(ours.find("crm", "urn:nobody")).contains(Placeholder.DECLARED);
        assertThat(ours.find("crm", "a Walk-In customer")).contains(Placeholder.DECLARED);
        assertThat(ours.find("crm", "0")).isEmpty();
        assertThat(ours.find("user", "0")).contains(Placeholder.TRUTH_OR_NUMBER);
        assertThat(ours.find("email", "ann@example.com")).isEmpty();
        assertThat(ours.find("email", "test@test.com")).contains(Placeholder.TEST_ADDRESS);
    }

    @Test
    void allowedValuesAreTakenLiterally() {
        Placeholders ours = standard.allowing("crm", List.of("0", "*"));

        assertThat(ours.find("crm", "0")).isEmpty();
        assertThat(ours.find("crm", "null")).contains(Placeholder.MISSING_VALUE);
        assertThat(ours.find("user", "0")).contains(Placeholder.TRUTH_OR_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "**", "crm:", "crm:*", "a*b"})
    void aPatternIsAValueWithOpenEndsAtMost(String pattern) {
        assertThatThrownBy(() -> Placeholders.of(List.of(pattern), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected VALUE or NAMESPACE:VALUE")
                .hasMessageContaining("was '" + pattern + "'");
    }
}
