package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingSuggestCommandTest {

    @TempDir
    private Path directory;

    @Test
    void aMappingIsPrintedAndTenLinesAreShownAsTheyWouldBeRead() throws IOException {
        StringBuilder lines = new StringBuilder("Kundennr;Datum;Betrag;Währung\r\n");
        for (int i = 10; i < 30; i++) {
            lines.append("K-")
                    .append(i)
                    .append(";")
                    .append(i)
                    .append(".03.2021 10:00;1.2")
                    .append(i)
                    .append(",50;EUR\r\n");
        }
        lines.append("K-9;soon;1,00;EUR\r\n");

        CommandRun run = suggest(lines.toString(), "windows-1252");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                # Proposed from the first 21 records of %s; check every line.
                encoding: windows-1252   # by its bytes; ä, é and ü must be right in the lines shown
                separator: semicolon
                decimal: comma
                thousands: point
                time: { column: "Datum", format: pattern, pattern: "dd.MM.yyyy HH:mm", zone: UTC }\
                   # zone: where the clock of these times is, such as Europe/Zurich
                # The strongest first; namespaces are names of your own, the same in all your sources.
                identities: [ { customer: "Kundennr" } ]
                channel: { constant: store }
                kind: { constant: purchase }
                direction: { constant: in }   # in: the customer acted; out: you did
                value: { column: "Betrag", currency: { column: "Währung" } }
                """.formatted(directory.resolve("f.csv")));
        assertThat(run.err().lines())
                .hasSize(11)
                .startsWith(
                        "line  time                  customer       channel  kind      sentiment  minor   subject",
                        "2     2021-03-10T10:00:00Z  customer:K-10  store    purchase             121050");
    }

    @Test
    void anAmbiguousDateIsAskedAndShownInBothReadings() throws IOException {
        CommandRun run =
                suggest("email,date,amount\na@example.org,05/03/2021,1\nb@example.org,06/03/2021,2\n", "UTF-8");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "# DECIDE: no line tells day from month: \"05/03/2021\", which is 5 March 2021 as dd/MM/yyyy or"
                                + " 3 May 2021 as MM/dd/yyyy\ntime: { column: \"date\", format: pattern, pattern: \"dd/MM/yyyy or"
                                + " MM/dd/yyyy\"");
        assertThat(run.err())
                .contains("2021-03-05T00:00:00Z or 2021-05-03T00:00:00Z", "decide: no line tells day from month");
        String mapping =
                Files.writeString(directory.resolve("m.yaml"), run.out()).toString();
        assertThat(CommandRun.of("score", directory.resolve("f.csv").toString(), "--mapping", mapping)
                        .err())
                .contains("time.pattern: expected a pattern such as");
    }

    @Test
    void oneLineDecidesDayFromMonth() throws IOException {
        CommandRun run = suggest(
                "email,date,amount\n" + "a@example.org,05/03/2021,1\n".repeat(9) + "b@example.org,25/03/2021,2\n",
                "UTF-8");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("pattern: \"dd/MM/yyyy\"");
    }

    @Test
    void severalCandidatesForACustomerAndNumbersWithoutADecisionAreAsked() throws IOException {
        CommandRun run = suggest(
                "Billing Email,Shipping Email,Date,Amount\na@example.org,b@example.org,2021-03-05,\"1,250\"\n"
                        + "c@example.org,d@example.org,2021-03-06,\"2,400\"\n",
                "UTF-8");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly(
                        "decide: no line tells decimals from thousands: \"1,250\"; state decimal, and thousands if there are",
                        "decide: several columns hold e-mail addresses, which one is the customer's? \"Billing Email\","
                                + " \"Shipping Email\"");
    }

    @Test
    void whatHappenedIsAskedIfTheNamesDoNotTell() throws IOException {
        CommandRun run =
                suggest("email,date,colour\na@example.org,2021-03-05,red\nb@example.org,2021-03-06,blue\n", "UTF-8");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("decide: the names of the columns do not tell what happened");
    }

    @Test
    void aStatedEncodingIsUsed() throws IOException {
        Path file = directory.resolve("f.csv");
        Files.write(
                file,
                "email,date,amount,item\na@example.org,2021-03-05,1,Größe\n".getBytes(StandardCharsets.ISO_8859_1));

        CommandRun run = CommandRun.of("mapping", "suggest", file.toString(), "--encoding", "latin1");
        CommandRun unknown = CommandRun.of("mapping", "suggest", file.toString(), "--encoding", "klingon");

        assertThat(run.out()).contains("encoding: ISO-8859-1");
        assertThat(run.err()).contains("Größe");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("truenorth: --encoding: expected one of UTF-8, ");
    }

    @Test
    void aFileThatIsNoCsvIsToldInOneLine() throws IOException {
        assertUnusable(": no such file", directory.resolve("missing.csv"));
        assertUnusable(": expected a file, is a directory", directory);
        assertUnusable(": expected CSV, was JSON Lines", Files.writeString(directory.resolve("a"), "{\"a\":1}\n"));
        assertUnusable(": expected lines of CSV with a header", Files.writeString(directory.resolve("b"), "text\n"));
        assertUnusable(": expected lines of CSV with a header", Files.writeString(directory.resolve("c"), ""));
        assertUnusable(
                ": expected a line with the names of the columns",
                Files.writeString(directory.resolve("d"), "1,2\n3,4\n"));
    }

    private static void assertUnusable(String message, Path file) {
        CommandRun run = CommandRun.of("mapping", "suggest", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("truenorth: " + file + message);
        assertThat(run.out()).isEmpty();
    }

    private CommandRun suggest(String content, String encoding) throws IOException {
        Path file = directory.resolve("f.csv");
        Files.write(file, content.getBytes(Charset.forName(encoding)));
        return CommandRun.of("mapping", "suggest", file.toString());
    }
}
