package io.truenorth.documents.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

    @Test
    void everyFieldOfTheHeaderIsPassedOver() throws IOException {
        byte[] plain = Recorder.gzip("content");
        ByteArrayOutputStream full = new ByteArrayOutputStream();
        full.write(plain, 0, 3);
        full.write(2 | 4 | 8 | 16);
        full.write(plain, 4, 6);
        full.write(new byte[] {3, 0, 1, 2, 3});
        full.write("name\0comment\0".getBytes(StandardCharsets.US_ASCII));
        full.write(new byte[] {9, 9});
        full.write(plain, 10, plain.length - 10);

        assertThat(unpacked(full.toByteArray()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("content");
    }

    @Test
    void manyMembersOfAnySizeAreOneContent() throws IOException {
        Random random = new Random(3);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            byte[] part = new byte[random.nextInt(20_000)];
            random.nextBytes(part);
            content.write(part);
            packed.write(Recorder.gzip(part));
        }

        assertThat(unpacked(packed.toByteArray())).isEqualTo(content.toByteArray());
        assertThat(new GzipMembers(new OneByteAtATime(packed.toByteArray())).readAllBytes())
                .isEqualTo(content.toByteArray());
    }

    @Test
    void everyPlaceToBreakOffIsNoticed() {
        byte[] packed = Recorder.gzip("some content, some content, and some more");

        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> unpacked(cut));
        }
    }

    @Test
    void everyFlippedBitOfTheDataIsNoticed() {
        byte[] packed = Recorder.gzip("some content, some content, and some more");

        for (int bit = 10 * 8; bit < packed.length * 8; bit++) {
            byte[] flipped = packed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> unpacked(flipped));
        }
    }

    @Test
    void bytesAreReadOneByOneToo() throws IOException {
        try (InputStream in = new GzipMembers(new ByteArrayInputStream(Recorder.gzip("ä")))) {
            assertThat(in.read()).isEqualTo(0xc3);
            assertThat(in.read()).isEqualTo(0xa4);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GzipMembers(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    /** As a slow pipe gives them. */
    private static final class OneByteAtATime extends ByteArrayInputStream {
        OneByteAtATime(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(1, length));
        }
    }
}
