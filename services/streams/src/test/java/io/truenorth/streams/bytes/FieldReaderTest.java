package io.truenorth.streams.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersAreReadBack(long number) {
        FieldReader in =
                new FieldReader("number", new FieldWriter().writeLong(number).toBytes());

        assertThat(in.readLong()).isEqualTo(number);
        in.expectEnd();
    }

    @Test
    void textsAndBytesAreReadBack() {
        byte[] stored = new FieldWriter()
                .writeText("crème brûlée ☕")
                .writeBytes(new byte[300])
                .writeByte(255)
                .toBytes();
        FieldReader in = new FieldReader("value", stored);

        assertThat(in.readText()).isEqualTo("crème brûlée ☕");
        assertThat(in.readBytes()).hasSize(300);
        assertThat(in.readByte()).isEqualTo(255);
        assertThat(in.atEnd()).isTrue();
    }

    @Test
    void truncatedBytesAreReported() {
        byte[] stored = new FieldWriter().writeText("espresso").toBytes();
        FieldReader in = new FieldReader("subject", Arrays.copyOf(stored, stored.length - 1));

        assertThatThrownBy(in::readText).isInstanceOf(StoredFormException.class).hasMessageContaining("stored subject");
    }

    @Test
    void trailingBytesAreReported() {
        FieldReader in = new FieldReader("subject", new byte[2]);
        in.readByte();

        assertThatThrownBy(in::expectEnd).hasMessageContaining("1 bytes after the end");
    }

    @Test
    void aNumberWithoutEndIsRejected() {
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0x80);

        assertThatThrownBy(() -> new FieldReader("number", endless).readLong()).isInstanceOf(StoredFormException.class);
    }
}
