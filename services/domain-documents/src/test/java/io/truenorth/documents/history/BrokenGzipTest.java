package io.truenorth.documents.history;

import static io.truenorth.documents.history.Recorder.HEADER;
import static io.truenorth.documents.history.Recorder.gzip;
import static io.truenorth.documents.history.Recorder.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gzip that is not whole: what could be read is taken, and the rest is told. */
class BrokenGzipTest {

    private static final String GOOD = "good,1488362400,store,purchase,in,,29.33,shoes\n";

    @Test
    void gzipThatBreaksOffIsToldAndWhatWasReadIsTaken() {
        byte[] packed = gzip(HEADER + randomLines(5000));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);

        Recorder recorder = read(half);

        assertThat(recorder.events).hasSizeBetween(1000, 4000);
        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.violations)
                .containsExactly("h.csv:" + (recorder.events.size() + 1)
                        + ": the gzip data break off after this line; what follows is lost");
    }

    @Test
    void damagedGzipIsToldAndWhatWasReadIsTaken() {
        byte[] packed = gzip(HEADER + randomLines(5000));
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 200, (byte) 0xff);

        Recorder recorder = read(packed);

        assertThat(recorder.events).hasSizeBetween(1000, 4999);
        assertThat(recorder.violations).singleElement().asString().contains("the gzip data");
    }

    @Test
    void aWrongChecksumIsTold() {
        byte[] packed = gzip(HEADER + GOOD);
        packed[packed.length - 6] ^= 1;

        assertThat(read(packed).violations)
                .containsExactly(
                        "h.csv:2: the checksum of the gzip data is wrong after this line; what follows is lost");
    }

    @Test
    void whatFollowsTheEndOfGzipIsTold() throws IOException {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(gzip(HEADER + GOOD));
        more.write("rubbish".getBytes(StandardCharsets.UTF_8));

        assertThat(read(more.toByteArray()).violations)
                .containsExactly(
                        "h.csv:2: more data follow the end of the gzip data after this line; what follows is lost");
    }

    @Test
    void gzipThatBreaksOffInTheHeaderIsUnusable() {
        byte[] begun = Arrays.copyOf(gzip(HEADER), 12);

        assertThatExceptionOfType(UnusableHistoryException.class)
                .isThrownBy(() -> Recorder.tryToRead(begun, HistoryMapping.canonical(), ScoringModel.standard()))
                .withMessage("h.csv: cannot be read: the gzip data break off");
    }

    private static String randomLines(int count) {
        Random random = new Random(7);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("c-").append(random.nextInt(100_000)).append(',').append(random.nextInt(1_000_000_000));
            lines.append(",store,purchase,in,,").append(random.nextInt(10_000)).append(",\n");
        }
        return lines.toString();
    }
}
