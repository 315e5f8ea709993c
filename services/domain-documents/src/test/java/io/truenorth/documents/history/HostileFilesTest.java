package io.truenorth.documents.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.Document;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random and hostile files: each line is an event, refused or told of; nothing fails and nothing is silently lost. */
@Timeout(60)
class HostileFilesTest {

    private static final String REST = "time: {column: t, format: epoch-seconds}\ncustomer: {column: c}\n"
            + "channel: {constant: web}\nkind: {constant: visit}\ndirection: {constant: in}\n";
    private static final String LINES =
            "c,t,note\n" + "a,1,plain\n\"b\",2,\"two\nlines\"\nÜ,3,\"a \"\"quote\"\"\"\r\n".repeat(20);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16", "windows-1252", "macintosh"})
    void damagedFilesAreReadOrRefusedInAnyEncoding(String encoding) {
        HistoryMapping mapping = mapping("encoding: " + encoding + "\n" + REST);
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] content = damaged(LINES.getBytes(StandardCharsets.UTF_8), random);
            Recorder recorder = new Recorder();
            try {
                recorder = Recorder.tryToRead(content, mapping, ScoringModel.standard());
                assertThat(recorder.events.size() + recorder.rejected.size() + recorder.violations.size())
                        .as("seed " + seed)
                        .isGreaterThanOrEqualTo(recorder.lines == 0 ? 0 : 1);
                assertThat(recorder.lines)
                        .as("seed " + seed)
                        .isEqualTo(recorder.events.size() + recorder.rejected.size());
            } catch (UnusableHistoryException e) {
                assertThat(e).as("seed " + seed).hasMessageStartingWith("h.csv: ");
                assertThat(recorder.events).isEmpty();
            }
        }
    }

    @Test
    void aSuggestionForADamagedFileIsAMappingOrAMessage() {
        for (int seed = 0; seed < 100; seed++) {
            byte[] content = damaged(LINES.getBytes(StandardCharsets.UTF_8), new Random(seed));
            HistoryFile file = new HistoryFile("h.csv", "h", () -> new ByteArrayInputStream(content));
            try {
                MappingSuggestion suggestion = MappingSuggestion.of(file, Optional.empty());
                assertThat(suggestion.yaml()).as("seed " + seed).isNotBlank();
                suggestion.readings(ScoringModel.standard());
            } catch (UnusableHistoryException e) {
                assertThat(e).as("seed " + seed).hasMessageStartingWith("h.csv: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\u0000", ",", "{"})
    void aLineOfAHundredMegabytesIsRefusedWithoutBeingHeld(String character) throws UnusableHistoryException {
        Recorder recorder = new Recorder();
        HistoryFile file =
                new HistoryFile("h.csv", "h", () -> new Endless("c,t\na,1\n", character.charAt(0), 100_000_000));

        new HistoryReader(mapping(REST), ScoringModel.standard(), Recorder.NOW).read(file, recorder);

        assertThat(recorder.events).hasSize(1);
        assertThat(recorder.rejected).containsExactly("h.csv:3: expected a line of up to 65536 bytes, was longer");
    }

    @Test
    void aGzipBombIsALongLine() throws IOException {
        byte[] content = bomb(300_000_000);

        Recorder recorder = Recorder.read(content, mapping(REST), ScoringModel.standard());

        assertThat(content).hasSizeLessThan(1_000_000);
        assertThat(recorder.events).hasSize(1);
        assertThat(recorder.rejected).containsExactly("h.csv:3: expected a line of up to 65536 bytes, was longer");
    }

    @Test
    void gzipDataThatBreakOffAreTold() throws IOException {
        byte[] whole = Recorder.gzip(LINES.repeat(50));
        for (int length = whole.length - 1; length > 20; length -= 7) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                Recorder recorder = Recorder.tryToRead(part, mapping(REST), ScoringModel.standard());
                assertThat(recorder.violations).singleElement().asString().contains("break off");
            } catch (UnusableHistoryException e) {
                assertThat(e).hasMessageContaining("break off");
            }
        }
    }

    @Test
    void aFileOfOpeningQuotesIsReadInTime() {
        String lines = "c,t,note\n" + "a,1,\"open\nb,2,x\n".repeat(3_000);

        Recorder recorder =
                Recorder.read(lines.getBytes(StandardCharsets.UTF_8), mapping(REST), ScoringModel.standard());

        assertThat(recorder.events.size() + recorder.rejected.size()).isGreaterThan(3_000);
        assertThat(recorder.rejected).allMatch(line -> line.contains("quote"));
    }

    @Test
    void zerosAreNoText() {
        assertThatExceptionOfType(UnusableHistoryException.class)
                .isThrownBy(() -> Recorder.tryToRead(new byte[10_000], mapping(REST), ScoringModel.standard()))
                .withMessageStartingWith("h.csv: expected the column");
    }

    /** Up to four bit flips, insertions of special bytes, and a cut. */
    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = content.clone();
        byte[] special = {0, '"', '\r', '\n', ',', (byte) 0xff, (byte) 0xfe, (byte) 0x81, '{', '['};
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            damaged[at] = random.nextBoolean()
                    ? (byte) (damaged[at] ^ 1 << random.nextInt(8))
                    : special[random.nextInt(special.length)];
        }
        return random.nextBoolean() ? damaged : Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }

    private static byte[] bomb(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (InputStream in = new Endless("c,t\na,1\n", 'x', size);
                GZIPOutputStream out = new GZIPOutputStream(packed)) {
            in.transferTo(out);
        }
        return packed.toByteArray();
    }

    private static HistoryMapping mapping(String text) {
        return HistoryMappingDocument.read(
                Document.of("m.yaml", text.getBytes(StandardCharsets.UTF_8)), ScoringModel.standard());
    }

    /** A beginning, and then one character many times. */
    private static final class Endless extends InputStream {
        private final InputStream beginning;
        private final byte character;
        private int left;

        Endless(String beginning, char character, int count) {
            this.beginning = new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8));
            this.character = (byte) character;
            this.left = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = beginning.read(bytes, offset, length);
            if (count >= 0) {
                return count;
            }
            int more = Math.min(length, left);
            Arrays.fill(bytes, offset, offset + more, character);
            left -= more;
            return more == 0 ? -1 : more;
        }
    }
}
