package io.truenorth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "null", "NULL", "nil", "NaN", "nan", "n/a", "(null)", "[object Object]"})
    void isAMissingValue(String text) {
        assertThat(MissingValue.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Nan", "NA", "none", "unknown", "0", "false", "guest", "undefined behaviour", "[object]"})
    void otherTextsAreNotMissing(String text) {
        assertThat(MissingValue.is(text)).isFalse();
    }
}
