package io.truenorth.documents.history;

import static io.truenorth.documents.history.Recorder.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad JSON Lines: each is told by file, line and field, and the rest is read. */
class BadJsonLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"customer\":\"\"} | customer: expected a name, was empty",
                "{} | customer: expected a name, was empty",
                "{\"customer\":true} | customer: expected a text or a number, was true",
                "{\"customer\":[1]} | customer: expected a text or a number, was a list",
                "{\"customer\":{}} | customer: expected a text or a number, was an object",
                "{\"customer\":\"c\\u0007\"} | customer: expected a text without control characters, was \"c\\u0007\"",
                "{\"customer\":\"\\ud800\"} | customer: expected a text in Unicode, was \"\\ud800\"",
                "{\"customer\":\"c\",\"ts\":NaN} | ts: expected a time in epoch seconds, was \"NaN\"",
                "{\"customer\":\"c\",\"ts\":1e400} | ts: expected a time in epoch seconds, was \"1e400\"",
                "{\"ts\":1,\"ts\":2} | expected a JSON object, was \"{\"ts\":1,\"ts\":2}\" (Duplicate field 'ts')",
                "{} {} | expected one JSON object and nothing after it, was \"{} {}\"",
                "[1] | expected a JSON object, was \"[1]\"",
                "c,1,web,visit,in,,, | expected a JSON object, was \"c,1,web,visit,in,,,\" (Unrecognized token 'c')",
            })
    void aBadJsonLineIsRefusedAndTheRestIsRead(String line, String message) {
        String good = "{\"customer\":\"c\",\"ts\":1,\"channel\":\"w\",\"kind\":\"k\",\"direction\":\"in\"}\n";

        Recorder recorder = read(good + line + "\n" + good);

        assertThat(recorder.rejected).containsExactly("h.csv:2: " + message);
        assertThat(recorder.events).hasSize(2);
    }

    @Test
    void anUnknownFieldIsToldOnce() {
        String line = "{\"customer\":\"c\",\"ts\":1,\"channel\":\"w\",\"kind\":\"k\",\"direction\":\"in\","
                + "\"valeu\":3,\"deep\":{\"ts\":[1,{\"x\":2}]}}\n";

        Recorder recorder = read(line + line);

        assertThat(recorder.notes)
                .containsExactly(
                        "h.csv:1: unknown field \"valeu\", did you mean value? (ignored)",
                        "h.csv:1: unknown field \"deep\" (ignored)");
        assertThat(recorder.events).hasSize(2);
    }

    @Test
    void endlessUnknownFieldsAreToldToABound() {
        StringBuilder line = new StringBuilder("{\"customer\":\"c\"");
        for (int i = 0; i < 500; i++) {
            line.append(",\"f").append(i).append("\":1");
        }

        assertThat(read(line + "}\n").notes).hasSize(100);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        assertThat(read("{\"a\":" + "[".repeat(30_000) + "\n").rejected)
                .singleElement()
                .asString()
                .startsWith("h.csv:1: expected a JSON object, was \"{\"a\":[[[");
    }
}
