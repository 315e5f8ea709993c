package io.truenorth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.cli.CommandRun;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    private static final Clock CLOCK = Clock.fixed(CommandRun.NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2017-10-01, 2017-10-01T00:00:00Z",
        "2017-10-01T12:00:00Z, 2017-10-01T12:00:00Z",
        "2017-10-01T12:00:00.123+02:00, 2017-10-01T10:00:00.123Z",
        "2017-10-01T12:00Z, 2017-10-01T12:00:00Z",
        "1506816000000, 2017-10-01T00:00:00Z",
        "now, 2026-01-01T00:00:00Z",
        "1970-01-01, 1970-01-01T00:00:00Z",
        "9999-12-31, 9999-12-31T00:00:00Z"
    })
    void momentsAreWrittenInManyWays(String text, Instant moment) {
        assertThat(AsOf.parse(text, CLOCK)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1506816000", "150681600"})
    void secondsAreToldFromMilliseconds(String text) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> AsOf.parse(text, CLOCK))
                .withMessageEndingWith("was " + text + ", which looks like epoch seconds; use epoch milliseconds ("
                        + text + "000) or a date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2017-02-30",
                "2017-10-01T12:00:00",
                "0000-01-01",
                "1969-12-31",
                "+10000-01-01",
                "+999999999-12-31T00:00:00Z",
                "20171001",
                "-1506816000000"
            })
    void otherTextsAreNoMoments(String text) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> AsOf.parse(text, CLOCK))
                .withMessageStartingWith("--as-of: expected a date")
                .withMessageEndingWith("was " + text);
    }
}
