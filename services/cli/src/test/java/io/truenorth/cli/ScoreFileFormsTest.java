package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them: what is read, what is refused and why, and the exit code. */
class ScoreFileFormsTest {

    private static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value,subject\n";
    private static final String MAPPING = """
            customer: { column: who }
            channel: { constant: store }
            kind: { constant: purchase }
            direction: { constant: in }
            value: { column: amount }
            """;

    @TempDir
    private Path directory;

    @Test
    void aChannelInThreeSpellingsIsOne() throws IOException {
        CommandRun run = score("customer,ts,channel,kind,direction\na,1700000000,store,purchase,in\n"
                + "a,1700000000,Store,purchase,in\na,1700000000,store ,purchase,in\n");

        assertThat(run.exitCode()).isZero();
        CommandRun explained =
                CommandRun.of("explain", directory.resolve("h.csv").toString(), "a");
        assertThat(explained.out()).contains("store: purchase").doesNotContain("Store", "store :");
    }

    @Test
    void linesThatEndWithCarriageReturnsAreRead() throws IOException {
        CommandRun run = score(
                "who,when,amount,note\ra,2024-11-20,1.00,x\rb,2024-11-21,2.00,y\r",
                "time: { column: when, format: iso-8601, zone: UTC }\n" + MAPPING);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(2);
    }

    @Test
    void aDecimalCommaIsRefusedWithTheKeyThatReadsItAndReadWithIt() throws IOException {
        String mapping = "separator: semicolon\n"
                + "time: { column: when, format: pattern, pattern: \"dd/MM/yyyy HH:mm\", zone: Europe/Berlin }\n"
                + MAPPING;
        String content = "who;when;amount\r\na;29/11/2024 10:00;12,50\r\n";

        CommandRun refused = score(content, mapping);
        CommandRun read = score(content, "decimal: comma\n" + mapping);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errLines())
                .startsWith(
                        directory.resolve("h.csv")
                                + ":2: amount: expected a decimal number or nothing, was \"12,50\", which 'decimal: comma'"
                                + " in a mapping reads",
                        "truenorth: " + directory.resolve("h.csv") + ": nothing was read: no line is an event");
        assertThat(read.exitCode()).as(read.err()).isZero();
        assertThat(read.outLines()).hasSize(1);
    }

    @Test
    void aLineBreakInQuotesDoesNotEndARecord() throws IOException {
        CommandRun run = score(HEADER + "a,1700000000,support,ticket_opened,in,-1,,\"first line\nsecond line\"\n"
                + "b,1700000000,support,ticket_opened,in,,,\n");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(2);
    }

    @Test
    void aColumnMoreIsNamedInANote() throws IOException {
        CommandRun run = score("customer,ts,channel,kind,direction,region\na,1700000000,store,purchase,in,north\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("note: " + directory.resolve("h.csv") + ":1: unknown column \"region\"");
    }

    @Test
    void yenHaveNoMinorUnits() throws IOException {
        String line = "jp,1700000000,store,purchase,in,,%s,\n";
        CommandRun yen = score(HEADER + line.formatted("1250"), "", "--currency", "JPY");
        CommandRun euros = score(HEADER + line.formatted("12.50"), "", "--currency", "EUR");
        CommandRun unknown = score(HEADER + line.formatted("1"), "", "--currency", "YEN");

        assertThat(yen.out()).isNotBlank().isEqualTo(euros.out());
        assertThat(unknown.err()).isEqualTo("truenorth: --currency: expected an ISO 4217 code such as EUR, was YEN\n");
    }

    @Test
    void aFileOfWhichNothingIsReadIsAnError() throws IOException {
        CommandRun run = score(HEADER);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("truenorth: " + directory.resolve("h.csv") + ": nothing was read: no line is an event\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void identitiesHaveTheirNamespacesInTheMapping() throws IOException {
        String mapping = "time: { column: t, format: epoch-seconds }\nregion: CH\n"
                + "identities: [ { crm: id }, { email: mail }, { phone: tel } ]\n"
                + MAPPING.replaceAll("(customer|value).*\n", "");
        String content =
                "id,mail,tel,t\n7,a@example.org,,1700000000\n, Ann@Example.ORG,,1700000000\n,,079 123 45 67,1700000000\n";

        CommandRun run = score(content, mapping, "--format", "csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("crm:7,", "email:ann@example.org,", "phone:+41791234567,");
        assertThat(score(content, mapping, "--namespace", "shop").err())
                .isEqualTo("truenorth: --namespace: the mapping names identities, each with its namespace\n");
    }

    @Test
    void anotherEncodingIsAskedForAndRead() throws IOException {
        Path file = directory.resolve("h.csv");
        String mapping = "time: { column: t, format: epoch-seconds }\n" + MAPPING;
        Files.write(file, "who,t,amount\nZoë,1700000000,1\nAnn,1700000000,1\n".getBytes("windows-1252"));

        CommandRun utf8 = run(file, mapping);
        CommandRun windows = run(file, "encoding: windows-1252\n" + mapping);

        assertThat(utf8.exitCode()).isEqualTo(3);
        assertThat(utf8.err())
                .contains(
                        ":2: expected text in UTF-8, was other bytes; the file is not UTF-8, it looks like windows-1252:"
                                + " state encoding: windows-1252 in a mapping");
        assertThat(windows.exitCode()).isZero();
        assertThat(windows.out()).contains("Zoë");
    }

    private CommandRun score(String content) throws IOException {
        return score(content, "");
    }

    private CommandRun score(String content, String mapping, String... options) throws IOException {
        return run(Files.writeString(directory.resolve("h.csv"), content), mapping, options);
    }

    private CommandRun run(Path file, String mapping, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("score", file.toString()));
        if (!mapping.isEmpty()) {
            arguments.add("--mapping");
            arguments.add(
                    Files.writeString(directory.resolve("m.yaml"), mapping).toString());
        }
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
