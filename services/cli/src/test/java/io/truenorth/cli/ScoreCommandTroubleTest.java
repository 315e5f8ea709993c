package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.command.Terminals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does when something is wrong: with a line, a file, a document, or whoever reads the results. */
class ScoreCommandTroubleTest {

    private static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value,subject\n";

    /** 2017-03-01 and 2017-03-02, noon. */
    private static final String LINES = """
            c-1,1488369600,store,purchase,in,,29.33,shoes
            c-1,1488456000,web,review_posted,in,1,,shoes
            c-2,1488369600,mail,campaign,out,,,
            c-3,1488456000,store,purchase,in,,10,
            """;

    @TempDir
    private Path directory;

    @Test
    void refusedLinesAreToldAndTheRestIsScored() throws IOException {
        String file = file("h.csv", HEADER + "c-9,soon,web,visit,in,,,\n" + LINES + "c-9\n");
        Path rejected = directory.resolve("refused.jsonl");

        CommandRun run = CommandRun.of("score", file, "--refused", rejected.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.outLines()).hasSize(3);
        assertThat(run.errLines())
                .containsExactly(
                        file + ":2: ts: expected a time in epoch seconds, was \"soon\"",
                        file + ":7: expected 8 fields, as many as the header has, was 1",
                        "scored 3 of 3 customers; lines 6, duplicates 0, refused 2, in 0.0 s");
        assertThat(Files.readAllLines(rejected))
                .containsExactly(
                        "{\"file\":\"" + file
                                + "\",\"line\":2,\"column\":\"ts\",\"expected\":\"a time in epoch seconds\","
                                + "\"found\":\"\\\"soon\\\"\"}",
                        "{\"file\":\"" + file + "\",\"line\":7,\"column\":\"\",\"expected\":\"8 fields, as many as the"
                                + " header has\",\"found\":\"1\"}");
    }

    @Test
    void manyRefusedLinesAreSummedUp() throws IOException {
        String file = file("h.csv", HEADER + "c-9,soon,web,visit,in,,,\n".repeat(1500) + LINES + ",\n".repeat(2));

        CommandRun run = CommandRun.of("score", file);

        assertThat(run.errLines()).hasSize(1004);
        assertThat(run.errLines().subList(1000, 1004))
                .containsExactly(
                        "and 500 lines more: ts: expected a time in epoch seconds",
                        "and 2 lines more: expected 8 fields, as many as the header has",
                        "(--refused FILE writes them all, as JSON Lines)",
                        "scored 3 of 3 customers; lines 1,506, duplicates 0, refused 1,502, in 0.0 s");
    }

    @Test
    void anUnknownColumnIsANoteAsNothingIsRefused() throws IOException {
        String file = file("h.csv", "customer,ts,channel,kind,direction,vlaue\nc-1,1,web,visit,in,3\n");

        CommandRun run = CommandRun.of("score", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.err())
                .startsWith("note: " + file + ":1: unknown column \"vlaue\", did you mean value? (ignored)\n");
    }

    @Test
    void aDayTakesTenThousandEventsOfACustomer() throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < 10_002; i++) {
            lines.append("c-1,").append(1_488_369_600 + i).append(",web,visit,in,,,\n");
        }
        String file = file("h.csv", lines.toString());

        CommandRun run = CommandRun.of("score", file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errLines())
                .containsExactly(
                        file + ":10002: customer: expected up to 10000 events of a customer on one day, was one more on"
                                + " 2017-03-01",
                        file + ":10003: customer: expected up to 10000 events of a customer on one day, was one more on"
                                + " 2017-03-01",
                        "scored 1 of 1 customers; lines 10,002, duplicates 0, refused 2, in 0.0 s");
    }

    @Test
    void nothingIsLeftBehindByACommandThatCannotDoItsWork() throws IOException {
        String good = file("h.csv", HEADER + LINES);
        String bad = file("bad.csv", "who,when\n");
        Path output = directory.resolve("scores.jsonl");
        Path rejected = directory.resolve("refused.jsonl");

        CommandRun run = CommandRun.of("score", good, bad, "-o", output.toString(), "--refused", rejected.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .containsExactly("truenorth: " + bad + ": expected the column ts and the column customer and the column"
                        + " channel and the column kind and the column direction in the header, was who,when");
        assertThat(filesOf(directory)).containsExactlyInAnyOrder("h.csv", "bad.csv");
    }

    @Test
    void whatCannotBeUsedIsToldAndNothingIsDone() throws IOException {
        String file = file("h.csv", HEADER + LINES);
        String missing = directory.resolve("missing.csv").toString();

        assertUnusable("truenorth: " + missing + ": no such file", "score", file, missing);
        assertUnusable("truenorth: " + directory + ": expected a file, is a directory", "score", directory.toString());
        assertUnusable("truenorth: " + missing + ": no such file", "score", file, "--model", missing);
        assertUnusable("truenorth: " + missing + ": no such file", "score", file, "--mapping", missing);
        assertUnusable(
                "truenorth: " + missing + "/x: cannot be written: no such directory",
                "score",
                file,
                "-o",
                missing + "/x");
        assertUnusable(
                "truenorth: --as-of: expected a date (2017-10-01, its midnight in UTC), a time with its offset"
                        + " (2017-10-01T12:00:00Z), epoch milliseconds or now, from 1970 to 9999, was soon",
                "score",
                file,
                "--as-of",
                "soon");
        String model = file("m.yaml", "id: m\ndimensions: {money: {k: .nan}}\nstagse: {}\n");
        assertUnusable(
                "truenorth: " + model + ":2: dimensions.money.k: expected a number, was \".nan\"\n" + model
                        + ":3: stagse: unknown key, did you mean stages? (known here: id, version, pace, dimensions, risk,"
                        + " unknownKinds, kinds, kindGroups, answers, stages)",
                "score",
                file,
                "--model",
                model);
        String empty = file("empty.csv", "");
        assertUnusable(
                "truenorth: " + empty
                        + ": is empty, expected a header line with the columns ts, customer, channel, kind,"
                        + " direction, or a JSON object on every line",
                "score",
                empty);
    }

    private static void assertUnusable(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);

        assertThat(run.err()).isEqualTo(message + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whoStopsReadingEndsTheCommandQuietly() throws IOException {
        Terminal console = Terminals.withOut(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        int exitCode = Truenorth.run(console, "score", file("h.csv", HEADER + LINES), "--format", "csv");

        assertThat(exitCode).isZero();
        assertThat(Terminals.err(console)).isEmpty();
    }

    @Test
    void exhaustedMemoryIsAFailureOfOneLine() throws IOException {
        assertThat(failedBy(new OutOfMemoryError("Java heap space")))
                .isEqualTo("truenorth: failed: out of memory; increase the heap with TRUENORTH_JAVA_OPTS=-Xmx4g\n");
        assertThat(failedBy(new StackOverflowError()))
                .isEqualTo("truenorth: failed: something is nested too deeply (StackOverflowError)\n");
    }

    private String failedBy(Error error) throws IOException {
        Terminal console = Terminals.withOut(new OutputStream() {
            @Override
            public void write(int value) {
                throw error;
            }
        });
        assertThat(Truenorth.run(console, "score", file("h.csv", HEADER + LINES)))
                .isEqualTo(1);
        return Terminals.err(console);
    }

    @Test
    void whatFilesHoldNeverReachesTheTerminalRaw() throws IOException {
        String shown = directory + "/a\\u000a\\u001b[2J\\u202e.csv";
        String file = file("a\n\u001b[2J\u202e.csv", HEADER + "c-9,soon,web,visit,in,,,\n");
        String model = file("m\n\u2028.yaml", "id: [1]\nstagse: {}\n");

        assertThat(CommandRun.of("score", file).err())
                .startsWith(shown + ":2: ts: expected a time in epoch seconds, was \"soon\"\n");
        assertThat(CommandRun.of("score", file + "x").err()).isEqualTo("truenorth: " + shown + "x: no such file\n");
        assertThat(CommandRun.of("score", file, "--model", model).errLines())
                .hasSize(2)
                .allMatch(line -> line.contains(directory + "/m\\u000a\\u2028.yaml:"));
        assertThat(CommandRun.of("score", file, "\u001b[2J", "--x\u202e").err()).doesNotContain("\u202e");
    }

    @Test
    void joinedEmojiAreTextsAndNoNamesOfCustomersAndNeitherReachesTheTerminalRaw() throws IOException {
        String emoji = "\ud83d\udc69\u200d\ud83d\udcbb";
        String file = file(
                "h.csv",
                HEADER + "c-1,1488369600," + emoji + ",visit,in,,,\n"
                        + emoji + ",1488369600,web,visit,in,,,\n"
                        + "c-1,1488369600,w\u202eb,visit,in,,,\n"
                        + "c-1,1488369600,web,visit,in,,,sh\u2028s\n"
                        + "c-1,1488369600,store,visit,in,,," + emoji + "\n");

        CommandRun run = CommandRun.of("explain", file, "c-1", "--as-of", "2017-04-01");

        assertThat(run.out()).contains("store: visit").doesNotContain("\u200d", "web: visit");
        assertThat(run.err())
                .contains(":2: channel: expected lower-case words joined by - or _")
                .contains(
                        ":3: customer: expected a text without characters that nobody sees (U+200D ZERO WIDTH JOINER)")
                .contains(
                        ":4: channel: expected a text without characters that nobody sees (U+202E RIGHT-TO-LEFT OVERRIDE)")
                .contains(":5: subject: expected a text without characters that nobody sees (U+2028 LINE SEPARATOR)")
                .doesNotContain("\u200d", "\u202e", "\u2028");
    }

    @Test
    void aFullDiskIsAFailure() throws IOException {
        Terminal console = Terminals.withOut(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        int exitCode = Truenorth.run(console, "score", file("h.csv", HEADER + LINES));

        assertThat(exitCode).isEqualTo(1);
        assertThat(Terminals.err(console))
                .isEqualTo("truenorth: failed: java.io.IOException: No space left on device\n"
                        + "(set TRUENORTH_STACKTRACE=1 for the stack trace)\n");
    }

    private String file(String name, String content) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content).toString();
    }

    private static List<String> filesOf(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
