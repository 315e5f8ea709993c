package io.truenorth.streams.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MisplacedTouchpointTest {
    /** As written to a topic in version 1. */
    private static final String VERSION_1 = "0116746f756368706f696e74730ace4980b4b98d9567020706000102";

    private final MisplacedTouchpoint misplaced = new MisplacedTouchpoint(
            new byte[] {7}, new byte[] {0, 1, 2}, new Origin("touchpoints", 5, 4_711, 1_772_359_200_000L));

    @Test
    void version1IsReadAndWritten() {
        MisplacedTouchpoint read = MisplacedTouchpoint.fromBytes(HexFormat.of().parseHex(VERSION_1));

        assertThat(read.key()).containsExactly(7);
        assertThat(read.value()).containsExactly(0, 1, 2);
        assertThat(read.origin()).isEqualTo(misplaced.origin());
        assertThat(HexFormat.of().formatHex(misplaced.toBytes())).isEqualTo(VERSION_1);
    }

    @Test
    void aVersionOfTheFutureIsRejectedByName() {
        assertThatThrownBy(() -> MisplacedTouchpoint.fromBytes(new byte[] {9})).hasMessageContaining("was 9");
    }
}
