package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the exit code and a message say what became of it; nothing is an unexpected failure. */
class HostileHistoriesTest {

    private static final int FILES = 60;
    private static final String LINES = "customer,ts,channel,kind,direction,subject\n"
            + "a,1700000000,store,purchase,in,\"two\nlines\"\nZoë,1700000000,web,visit,in,\n".repeat(3);

    @TempDir
    private Path directory;

    @Test
    void aDamagedFileIsScoredRefusedOrToldToBeUnusable() throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            Path file = Files.write(directory.resolve(seed + ".csv"), damaged(new Random(seed)));

            CommandRun run = CommandRun.of("score", file.toString());

            assertThat(run.exitCode()).as("seed " + seed + ": " + run.err()).isIn(0, 2, 3);
            assertThat(run.err()).as("seed " + seed).isNotBlank().doesNotContain("failed:", "Exception");
            if (run.exitCode() == 3) {
                assertThat(run.err()).as("seed " + seed).contains(file + ":");
            }
        }
    }

    @Test
    void aMappingIsSuggestedForADamagedFileOrItIsToldToBeUnusable() throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            Path file = Files.write(directory.resolve(seed + ".csv"), damaged(new Random(seed)));

            CommandRun run = CommandRun.of("mapping", "suggest", file.toString());

            assertThat(run.exitCode()).as("seed " + seed + ": " + run.err()).isIn(0, 2, 3);
            assertThat(run.err()).as("seed " + seed).isNotBlank().doesNotContain("failed:", "Exception");
        }
    }

    /** Flipped bits, special bytes and a cut, of text in one of several encodings, packed or not, or of the packed bytes. */
    private static byte[] damaged(Random random) throws IOException {
        String[] encodings = {"UTF-8", "UTF-8", "UTF-16LE", "windows-1252", "x-MacRoman"};
        byte[] text = LINES.getBytes(encodings[random.nextInt(encodings.length)]);
        byte[] content = random.nextInt(3) == 0 ? packed(text) : text;
        byte[] special = "\0\"\r\n,;{[\\".getBytes(StandardCharsets.US_ASCII);
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(content.length);
            content[at] = random.nextBoolean()
                    ? (byte) (content[at] ^ 1 << random.nextInt(8))
                    : special[random.nextInt(special.length)];
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(content, random.nextInt(content.length)) : content;
    }

    private static byte[] packed(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }
}
