package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    /** c-1 touched us on days of February 2017, on three channels, and speaks of us well and ill. */
    private static final String HISTORY = """
            customer,ts,channel,kind,direction,sentiment,value,subject
            c-1,1485950400,store,purchase,in,,50,shoes
            c-1,1486036800,store,purchase,in,,50,shoes
            c-1,1486123200,web,visit,in,,,
            c-1,1486123200,web,review_posted,in,1,,shoes
            c-1,1486209600,store,purchase,in,,20,boots
            c-1,1486296000,support,complaint_made,in,-1,,boots
            c-1,1486382400,mail,campaign,out,,,
            c-1,1486468800,web,referral_made,in,,,
            c-2,1485950400,mail,campaign,out,,,
            c-12,1485950400,web,visit,in,,,
            """;

    @TempDir
    private Path directory;

    private String file;

    @BeforeEach
    void writeHistory() throws IOException {
        file = Files.writeString(directory.resolve("h.csv"), HISTORY).toString();
    }

    @Test
    void thePageTellsWhy() throws IOException {
        CommandRun run = CommandRun.of("explain", file, "c-1", "--as-of", "2017-03-01");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).containsExactlyElementsOf(page());
    }

    private static List<String> page() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ExplainCommandTest.class.getResourceAsStream("explained-customer.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void asciiWillDo() {
        String page = CommandRun.inAscii("explain", file, "c-1", "--as-of", "2017-03-01")
                .out();

        assertThat(page)
                .contains("engagement")
                .contains("###")
                .contains("> COMMITTED >")
                .doesNotContain("?", "█")
                .matches(text -> text.chars().allMatch(c -> c < 128));
    }

    @Test
    void coloursAreForTerminals() {
        String plain =
                CommandRun.of("explain", file, "c-1", "--as-of", "2017-03-01").out();
        String coloured = CommandRun.onColourTerminal("explain", file, "c-1", "--as-of", "2017-03-01")
                .out();

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1m").contains("\u001b[36m█");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(plain.lines().toList());
    }

    @Test
    void whoWasNeverHeardOfIsToldWithThoseThatWere() {
        CommandRun run = CommandRun.of("explain", file, "c-11");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("truenorth: no customer \"c-11\" among 3, did you mean c-1 or c-12?\n");
        assertThat(CommandRun.of("explain", file, "somebody else").err())
                .isEqualTo("truenorth: no customer \"somebody else\" among 3\n");
    }

    @Test
    void whoIsHeardOfLaterIsNotYetKnown() {
        CommandRun run = CommandRun.of("explain", file, "c-1", "--as-of", "2017-01-01");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "Customer c-1 is first heard of on 1 February 2017: nothing counts as of 1 January 2017, 00:00"
                                + " UTC.\n");
    }

    @Test
    void whoWasOnlyTouchedByUsIsUnknown() {
        CommandRun run = CommandRun.of("explain", file, "c-2", "--as-of", "2017-03-01");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("0.00 points · UNKNOWN → aware")
                .contains("nothing: there is nothing to lose")
                .contains("becomes aware with a first touch of their own");
    }

    @Test
    void aNamespaceIsUnderstoodWithTheNameAndWithout() {
        CommandRun with = CommandRun.of("explain", file, "crm:c-1", "--namespace", "crm", "--as-of", "2017-03-01");
        CommandRun without = CommandRun.of("explain", file, "c-1", "--namespace", "crm", "--as-of", "2017-03-01");

        assertThat(with.out()).startsWith("Customer crm:c-1 ").isEqualTo(without.out());
    }

    @Test
    void severalFilesAreOneHistory() throws IOException {
        String more = Files.writeString(
                        directory.resolve("more.csv"),
                        "customer,ts,channel,kind,direction\nc-1,1487000000,app,visit,in\n")
                .toString();

        assertThat(CommandRun.of("explain", file, more, "c-1", "--as-of", "2017-03-01")
                        .out())
                .contains("app: visit");
    }

    @Test
    void refusedLinesAreToldByTheExitCode() throws IOException {
        Files.writeString(directory.resolve("h.csv"), HISTORY + "c-1,soon,web,visit,in,,,\n");

        CommandRun run = CommandRun.of("explain", file, "c-1", "--as-of", "2017-03-01");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("Customer c-1 ");
        assertThat(run.err()).isEqualTo(file + ":12: ts: expected a time in epoch seconds, was \"soon\"\n");
    }

    @Test
    void whatHasChangedSinceAMomentAddsUp() {
        String page = CommandRun.of("explain", file, "c-1", "--as-of", "2017-03-01", "--since", "2017-02-04")
                .out();

        assertThat(page)
                .contains("What has changed since 4 February 2017, 00:00 UTC: ")
                .contains("  what happened since")
                .contains("    2017-02-05  support: complaint_made")
                .contains("    2017-02-07  web: referral_made")
                .contains("  time: what happened before counts less")
                .doesNotContain("joined identities", "another scoring model");
        assertThat(CommandRun.of("explain", file, "c-1", "--as-of", "2017-03-01", "--since", "2017-03-02")
                        .err())
                .isEqualTo("truenorth: --since: expected a moment not after that of --as-of, 1 March 2017, 00:00 UTC,"
                        + " was 2 March 2017, 00:00 UTC\n");
    }

    @Test
    void anotherModelIsNamed() throws IOException {
        String model = Files.writeString(directory.resolve("m.yaml"), "{id: ours, version: 3, dimensions: {money: {}}}")
                .toString();

        assertThat(CommandRun.of("explain", file, "c-1", "--model", model, "--as-of", "2017-03-01")
                        .out())
                .contains("by the model ours, version 3")
                .contains("of 100")
                .doesNotContain("engagement");
    }
}
