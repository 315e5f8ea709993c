package io.truenorth.documents.history;

import static io.truenorth.documents.history.Recorder.HEADER;
import static io.truenorth.documents.history.Recorder.gzip;
import static io.truenorth.documents.history.Recorder.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.Document;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: each is told by file, line and column with what was expected and found, and the rest is read. */
class BadHistoryTest {

    private static final String GOOD = "good,1488362400,store,purchase,in,,29.33,shoes\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",1,web,visit,in,,, | customer: expected a name, was empty",
                "` ,1,web,visit,in,,,` | customer: expected a name, was blank",
                "undefined,1,web,visit,in,,, | customer: expected the id of somebody, not a word for a missing value,"
                        + " was \"undefined\"",
                "NULL,1,web,visit,in,,, | customer: expected the id of somebody, not a word for a missing value, was \"NULL\"",
                "0,1,web,visit,in,,, | customer: expected the id of somebody, not a truth value or a default number, was \"0\"",
                "c\u200b,1,web,visit,in,,, | customer: expected a text without characters that nobody sees"
                        + " (U+200B ZERO WIDTH SPACE), was \"c\\u200b\"",
                "c,1,undefined,visit,in,,, | channel: expected a name, not a program's word for a missing value,"
                        + " was \"undefined\"",
                "c,1,web,NaN,in,,, | kind: expected a name, not a program's word for a missing value, was \"NaN\"",
                "c,1,web,visit,in,,,sho\u200des | subject: expected a text without characters that nobody sees"
                        + " (U+200D ZERO WIDTH JOINER), was \"sho\\u200des\"",
                "c,1,,visit,in,,, | channel: expected a name, was empty",
                "c,1,web,,in,,, | kind: expected a name, was empty",
                "c,,web,visit,in,,, | ts: expected a time in epoch seconds, was empty",
                "c,soon,web,visit,in,,, | ts: expected a time in epoch seconds, was \"soon\"",
                "c,NaN,web,visit,in,,, | ts: expected a time in epoch seconds, was \"NaN\"",
                "c,1e30,web,visit,in,,, | ts: expected a time in epoch seconds, was \"1e30\"",
                "c,2017-03-01,web,visit,in,,, | ts: expected a time in epoch seconds, was \"2017-03-01\"",
                "c,-1,web,visit,in,,,"
                        + " | ts: expected a time from 1970 on, was 1969-12-31T23:59:59Z, written as \"-1\"",
                "c,-62167219200,web,visit,in,,,"
                        + " | ts: expected a time from 1970 on, was 0000-01-01T00:00:00Z, written as \"-62167219200\"",
                "c,1767225901,web,visit,in,,,"
                        + " | ts: expected a time no later than 300 s after its arrival at 2026-01-01T00:00:00Z,"
                        + " was 2026-01-01T00:05:01Z, written as \"1767225901\"",
                "c,1488362400123,web,visit,in,,,"
                        + " | ts: expected a time no later than 300 s after its arrival at 2026-01-01T00:00:00Z,"
                        + " was +49134-04-30T16:02:03Z, written as \"1488362400123\", looks like milliseconds; a mapping"
                        + " with time format epoch-millis reads them",
                "c,1,web,visit,In,,, | direction: expected in or out, was \"In\"",
                "c,1,web,visit,,,, | direction: expected in or out, was empty",
                "c,1,web,visit,in,NaN,, | sentiment: expected a number from -1 to 1 or nothing, was \"NaN\"",
                "c,1,web,visit,in,inf,, | sentiment: expected a number from -1 to 1 or nothing, was \"inf\"",
                "c,1,web,visit,in,1.01,, | sentiment: expected a number from -1 to 1 or nothing, was \"1.01\"",
                "c,1,web,visit,in,1d,, | sentiment: expected a number from -1 to 1 or nothing, was \"1d\"",
                "c,1,web,visit,in,,NaN, | value: expected a decimal number or nothing, was \"NaN\"",
                "c,1,web,visit,in,,-Infinity, | value: expected a decimal number or nothing, was \"-Infinity\"",
                "c,1,web,visit,in,,1 000, | value: expected a decimal number or nothing, was \"1 000\", which"
                        + " 'thousands: space' in a mapping reads",
                "`c,1,web,visit,in,,\"12,50\",` | value: expected a decimal number or nothing, was \"12,50\", which"
                        + " 'decimal: comma' in a mapping reads",
                "`c,1,web,visit,in,,\"1,250\",` | value: expected a decimal number or nothing, was \"1,250\";"
                        + " 'decimal: comma' or 'thousands: comma' in a mapping says what the comma is",
                "c,05/03/2021,web,visit,in,,, | ts: expected a time in epoch seconds, was \"05/03/2021\", which is"
                        + " 5 March 2021 as dd/MM/yyyy or 3 May 2021 as MM/dd/yyyy; state the pattern in a mapping",
                "c,25/03/2021,web,visit,in,,, | ts: expected a time in epoch seconds, was \"25/03/2021\", which is"
                        + " 25 March 2021 as dd/MM/yyyy; a mapping with this pattern reads it",
                "c,1,Größe,visit,in,,, | channel: expected lower-case words joined by - or _, up to 64 characters,"
                        + " was \"Größe\"",
                "c,1,?!,visit,in,,, | channel: expected lower-case words joined by - or _, up to 64 characters,"
                        + " was \"?!\"",
                "c,1,web,visit,in,,1e30, | value: expected a value within ±1000000000000, was \"1e30\"",
                "c,1,web,visit,in,,1000000000000.01,"
                        + " | value: expected a value within ±1000000000000, was \"1000000000000.01\"",
                "c,1,web,visit,in,,1e999999999, | value: expected a decimal number or nothing, was \"1e999999999\"",
                "c,1,web,visit,in,,1e-999999999, | value: expected a decimal number or nothing, was \"1e-999999999\"",
                "c,1,web,visit,in,, | expected 8 fields, as many as the header has, was 7",
                "c,1,web,visit,in,,,,more | expected 8 fields, as many as the header has, was 9",
                "{} | expected 8 fields, as many as the header has, was 1",
                "\"c,1,web,visit,in,,,"
                        + " | expected every quote closed, and a separator or the end of the line after it, was one opened"
                        + " here and not closed by the end of the file",
                "c,1,web,visit,in,,,\"shoes"
                        + " | expected every quote closed, and a separator or the end of the line after it, was one opened"
                        + " here and not closed by the end of the file",
                "\"c\"x,1,web,visit,in,,,"
                        + " | expected every quote closed, and a separator or the end of the line after it, was"
                        + " \"\"c\"x,1,web,visit,in,,,\"",
            })
    void aBadLineIsRefusedAndTheRestIsRead(String line, String message) {
        Recorder recorder = read(HEADER + GOOD + line + "\n" + GOOD);

        assertThat(recorder.rejected).containsExactly("h.csv:3: " + message);
        assertThat(recorder.events).hasSize(2);
        assertThat(recorder.violations).isEmpty();
    }

    @Test
    void aFoundTextIsShortenedAndStaysOnItsLine() {
        assertThat(read(HEADER + "c,1,web,visit," + "x".repeat(50) + ",,,\n").rejected)
                .containsExactly("h.csv:2: direction: expected in or out, was \"" + "x".repeat(40) + "…\"");
        assertThat(read(HEADER + "c\u001b[2J,1,web,visit,in,,,\n").rejected)
                .containsExactly("h.csv:2: customer: expected a text without control characters, was \"c\\u001b[2J\"");
        assertThat(read(HEADER + "c,1,web,visit,in,,,a\u0007b\n").rejected)
                .containsExactly("h.csv:2: subject: expected a text without control characters, was \"a\\u0007b\"");
        assertThat(read(HEADER + "x".repeat(257) + ",1,web,visit,in,,,\n").rejected)
                .containsExactly("h.csv:2: customer: expected up to 256 characters, was 257");
    }

    @Test
    void aQuoteThatIsNotClosedSwallowsNothing() {
        Recorder recorder = read(HEADER + "\"c,1,web,visit,in,,,\n" + GOOD + GOOD);

        assertThat(recorder.rejected).hasSize(1);
        assertThat(recorder.events).hasSize(2);
    }

    @Test
    void aLineThatIsNotUtf8IsRefusedAlone() {
        byte[] latin = (HEADER + GOOD + "Zoë,1,web,visit,in,,,\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);

        Recorder recorder = read(latin);

        assertThat(recorder.rejected)
                .containsExactly("h.csv:3: expected text in UTF-8, was other bytes; the file is not UTF-8, it"
                        + " looks like windows-1252: state encoding: windows-1252 in a mapping");
        assertThat(recorder.events).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 65_538, 70_000, 131_071, 131_072, 131_073, 200_000, 5_000_000})
    void aLineThatIsTooLongIsRefusedAlone(int length) {
        Recorder recorder = read(HEADER + GOOD + "x".repeat(length) + "\r\n" + GOOD);

        assertThat(recorder.rejected).containsExactly("h.csv:3: expected a line of up to 65536 bytes, was longer");
        assertThat(recorder.events).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void aLineAsLongAsALineMayBeIsRead(String end) {
        Recorder recorder = read(HEADER + "c,1,web,visit,in,,," + "x".repeat(65_536 - 19) + end);

        assertThat(recorder.rejected).containsExactly("h.csv:2: subject: expected up to 256 characters, was 65517");
    }

    @Test
    void aLineThatIsTooLongIsRefusedAtTheEndToo() {
        assertThat(read(HEADER + GOOD + " ".repeat(300_000)).rejected)
                .containsExactly("h.csv:3: expected a line of up to 65536 bytes, was longer");
        assertThat(read("{" + " ".repeat(300_000) + "}\n{").rejected)
                .containsExactly(
                        "h.csv:1: expected a line of up to 65536 bytes, was longer",
                        "h.csv:2: expected a JSON object, was \"{\" (Unexpected end-of-input)");
    }

    @Test
    void anUnknownColumnIsToldOnceAndIgnored() {
        Recorder recorder = read("customer,ts,channel,kind,direction,sentimnt,colour\nc,1,web,visit,in,5,red\n"
                + "c,1,web,visit,in,5,red\n");

        assertThat(recorder.violations).isEmpty();
        assertThat(recorder.notes)
                .containsExactly(
                        "h.csv:1: unknown column \"sentimnt\", did you mean sentiment? (ignored)",
                        "h.csv:1: unknown column \"colour\" (ignored)");
        assertThat(recorder.events).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty, expected a header line with the columns ts, customer, channel, kind, direction,"
                        + " or a JSON object on every line",
                "`\n \n` | is empty, expected a header line with the columns ts, customer, channel, kind, direction,"
                        + " or a JSON object on every line",
                "customer,ts,channel,kind | expected the column direction in the header, was customer,ts,channel,kind",
                "Customer,ts,place,kind,direction"
                        + " | expected the column customer and the column channel in the header, was"
                        + " Customer,ts,place,kind,direction; did you mean customer by \"Customer\"?",
                "customer;ts;channel;kind;direction"
                        + " | expected the column ts and the column customer and the column channel and the column kind and"
                        + " the column direction in the header, was customer;ts;channel;kind;direction; it has semicolons, which a mapping with"
                        + " 'separator: semicolon' reads",
                "customer\tts\tchannel\tkind\tdirection"
                        + " | expected the column ts and the column customer and the column channel and the column kind and"
                        + " the column direction in the header, was"
                        + " customer\\tts\\tchannel\\tkind\\tdirection; it has tabs, which a mapping with"
                        + " 'separator: tab' reads",
                "\"customer\";\"ts\" | expected every quote closed, and a separator or the end of the line after"
                        + " it as the header, was \"\"customer\";\"ts\"\"; it has semicolons, which a mapping with 'separator: semicolon' reads",
                "`[{\"customer\":\"c\"},` | expected JSON Lines, one object a line, was a JSON array, which begins with [",
                "`[\n{\"customer\":\"c\"}]` | expected JSON Lines, one object a line, was a JSON array, which begins with [",
                "customer,ts,channel,kind,direction,ts"
                        + " | expected every column once, \"ts\" stands twice in the header",
                "\"customer | expected every quote closed, and a separator or the end of the line after it as the"
                        + " header, was one opened here and not closed by the end of the file",
            })
    void aFileWithoutAUsableHeaderIsUnusable(String content, String message) {
        assertUnusable(content.getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    void binaryDataAreUnusable() {
        byte[] random = new byte[1000];
        new Random(1).nextBytes(random);
        assertUnusable(random, "expected text in UTF-8 as the header, was other bytes");
        assertUnusable(
                new byte[0],
                "is empty, expected a header line with the columns ts, customer, channel, kind,"
                        + " direction, or a JSON object on every line");
        assertUnusable(
                "x".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                "expected a line of up to 65536 bytes as the header, was longer");
    }

    @Test
    void aKindThatTheModelDoesNotKnowIsRefusedWhereItSaysSo() {
        ScoringModel model = ScoringModelDocument.read(Document.of(
                "m", "{id: ours, unknownKinds: refuse, kinds: {purchase: {}}}".getBytes(StandardCharsets.UTF_8)));

        Recorder recorder = Recorder.read(
                (HEADER + GOOD + "c,1,web,purchese,in,,,\n").getBytes(StandardCharsets.UTF_8),
                HistoryMapping.canonical(),
                model);

        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:3: kind: expected a kind of the model ours, was \"purchese\", did you mean purchase?");
        assertThat(recorder.events).hasSize(1);
    }

    @Test
    void aSubjectThatIsAWordForNothingIsNoneAndNamesAreComposed() {
        Recorder recorder = read(HEADER + "1,1,web,visit,in,,,NULL\nZoe\u0308,1,web,visit,in,,,Cafe\u0301\n");

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("1", "Zo\u00eb");
        assertThat(recorder.events).extracting(HistoryEvent::subject).containsExactly("", "Caf\u00e9");
    }

    @Test
    void whoIsNobodyDependsOnTheDeploymentAndOnTheNamespace() throws UnusableHistoryException {
        Recorder recorder = new Recorder();
        CustomerNames customers = new CustomerNames("phone", Placeholders.of(List.of(), List.of("phone:0")));
        byte[] content = (HEADER + "0,1,web,visit,in,,,\n1,1,web,visit,in,,,\n").getBytes(StandardCharsets.UTF_8);

        new HistoryReader(HistoryMapping.canonical(), ScoringModel.standard(), customers, Instant.EPOCH.plusSeconds(9))
                .read(new HistoryFile("h.csv", "h", () -> new ByteArrayInputStream(content)), recorder);

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("0");
        assertThat(recorder.rejected).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsUnusable() {
        HistoryReader reader = new HistoryReader(HistoryMapping.canonical(), ScoringModel.standard(), Instant.EPOCH);

        assertThatExceptionOfType(UnusableHistoryException.class)
                .isThrownBy(() -> reader.read(HistoryFile.at(Path.of("no", "such.csv")), new Recorder()))
                .withMessage(Path.of("no", "such.csv") + ": no such file");
    }

    @Test
    @Timeout(20)
    void randomBytesNeverBreakTheReader() {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            byte[] content =
                    (HEADER + GOOD.repeat(3) + "{\"customer\":\"c\"}\n\"a\",\n").getBytes(StandardCharsets.UTF_8);
            if (i % 2 == 0) {
                content = gzip(content);
            }
            for (int change = 0; change < 4; change++) {
                content[random.nextInt(content.length)] = (byte) random.nextInt();
            }
            try {
                Recorder.tryToRead(content, HistoryMapping.canonical(), ScoringModel.standard());
            } catch (UnusableHistoryException e) {
                assertThat(e).hasMessageStartingWith("h.csv: ");
            }
        }
    }

    private static void assertUnusable(byte[] content, String message) {
        assertThatExceptionOfType(UnusableHistoryException.class)
                .isThrownBy(() -> Recorder.tryToRead(content, HistoryMapping.canonical(), ScoringModel.standard()))
                .withMessage("h.csv: " + message);
    }
}
