package io.truenorth.documents.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "1.",
                ".5",
                "-.5",
                "29.33",
                "007.10",
                "999999999999999999",
                "-999999999999999999",
                "9999999999999999999",
                "0.0000000000000000001",
                "1e3",
                "-1.5E-3"
            })
    void aDecimalNumberIsReadAsBigDecimalReadsIt(String text) {
        assertThat(DecimalText.parse(text)).contains(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "+.", "--1", "1-", "1.2.3", "1 ", " 1", "1,5", "1e", "1e1234", "NaN", "٣"})
    void anythingElseIsNoNumber(String text) {
        assertThat(DecimalText.parse(text)).isEmpty();
    }

    @Test
    void randomTextsAreNumbersIfTheyMatchTheForm() {
        long seed = 5;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(22); length >= 0; length--) {
                text.append("0123456789012345678901234567890123456789.-+e".charAt(random.nextInt(44)));
            }
            boolean number = text.toString().matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
            assertThat(DecimalText.parse(text.toString()))
                    .as("%s, seed %s", text, seed)
                    .isEqualTo(number ? Optional.of(new BigDecimal(text.toString())) : Optional.empty());
        }
    }
}
