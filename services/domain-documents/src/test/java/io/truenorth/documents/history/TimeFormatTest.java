package io.truenorth.documents.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @ParameterizedTest
    @CsvSource({
        "1488362400, 1488362400000",
        "1488362400.5, 1488362400500",
        "1.4883624e9, 1488362400000",
        "0.0019, 1",
        "-0.0001, -1"
    })
    void epochSecondsMayHaveDecimals(String text, long millis) {
        assertThat(TimeFormat.epochSeconds().parser().epochMillis(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-01T10:00:00Z, 2017-03-01T10:00:00Z",
        "2017-03-01T10:00:00.123+02:00, 2017-03-01T08:00:00.123Z",
        "2017-03-01T10:00Z, 2017-03-01T10:00:00Z"
    })
    void isoHasAnOffset(String text, Instant time) {
        assertThat(TimeFormat.iso().parser().epochMillis(text)).isEqualTo(time.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-07-01T10:00:00Z, 2017-07-01T10:00:00Z",
        "2017-07-01T10:00:00, 2017-07-01T08:00:00Z",
        "2017-07-01T10:00, 2017-07-01T08:00:00Z",
        "2017-07-01, 2017-06-30T22:00:00Z"
    })
    void isoInAZoneNeedsNone(String text, Instant time) {
        assertThat(TimeFormat.iso(ZURICH).parser().epochMillis(text)).isEqualTo(time.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "dd.MM.yyyy HH:mm, 01.07.2017 10:30, 2017-07-01T08:30:00Z",
        "yyyy-MM-dd, 2017-07-01, 2017-06-30T22:00:00Z",
        "M/d/yy h:mm a, 7/1/17 1:05 PM, 2017-07-01T11:05:00Z",
        "d MMM uuuu, 1 Jul 2017, 2017-06-30T22:00:00Z",
        "yyyy-MM-dd HH:mm:ss XXX, 2017-07-01 10:00:00 +05:00, 2017-07-01T05:00:00Z",
        "yyyy'y'MMdd, 2017y0701, 2017-06-30T22:00:00Z"
    })
    void patternsAreOfTheZone(String pattern, String text, Instant time) {
        assertThat(TimeFormat.pattern(pattern, ZURICH).parser().epochMillis(text))
                .isEqualTo(time.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31.02.2017 10:00", "01.07.2017 24:00", "01.07.2017", "1.7.2017 10:00", "01.07.2017 10:00 x", ""
            })
    void whatIsNoSuchTimeIsNotBentIntoOne(String text) {
        TimeFormat format = TimeFormat.pattern("dd.MM.yyyy HH:mm", ZoneOffset.UTC);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> format.parser().epochMillis(text))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "2017-02-30T00:00:00Z", "2017-03-01T10:00:00"})
    void isoIsStrictToo(String text) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> TimeFormat.iso().parser().epochMillis(text))
                .isInstanceOfAny(DateTimeException.class, ArithmeticException.class);
    }
}
