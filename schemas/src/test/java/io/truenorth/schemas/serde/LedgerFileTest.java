package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.LedgerPart;
import io.truenorth.schemas.SampleRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of ledgers: pages of an export, and the file that they are collected in. */
class LedgerFileTest {
    private static final LedgerPart PART = SampleRecords.ledgerPart();

    @Test
    void aPageHasItsPartsAndWhereTheNextOneBegins() throws IOException {
        byte[] page = new LedgerPage(8, 1, "crm:größe", 0, 0).toBytes(List.of(PART));

        assertThat(LedgerPage.of(page)).isEqualTo(new LedgerPage(8, 1, "crm:größe", 0, 0));
        assertThat(read(page)).containsExactly(PART);
    }

    @Test
    void pagesAreCollectedInOneFile() throws IOException {
        byte[] page = new LedgerPage(1, 1, "c-1", 0, 0).toBytes(List.of(PART));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (LedgerFileWriter file = new LedgerFileWriter(out, Map.of("truenorth.customers", "3"))) {
            for (int i = 0; i < 3; i++) {
                file.appendAll(new ByteArrayInputStream(page));
            }
        }

        assertThat(read(out.toByteArray())).containsExactly(PART, PART, PART);
        try (LedgerFileReader file = new LedgerFileReader(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(file.metadata("truenorth.customers")).contains("3");
        }
    }

    @Test
    void aLedgerOfSeveralMebibytesIsReadInPieces() throws IOException {
        ByteBuffer piece = ByteBuffer.wrap(new byte[512 << 10]);
        LedgerPart large = LedgerPart.newBuilder(PART).build();
        large.getLedgers().get(0).setLedger(List.of(piece, piece.duplicate(), piece.duplicate(), piece.duplicate()));

        assertThat(read(new LedgerPage(1, 1, "", 0, 0).toBytes(List.of(large)))).containsExactly(large);
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read("customer,date\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatEndsWithinAPartIsDamaged() {
        byte[] page = new LedgerPage(1, 1, "c-1", 0, 0).toBytes(List.of(PART));

        assertThatThrownBy(() -> read(Arrays.copyOf(page, page.length - 20))).isInstanceOf(IOException.class);
    }

    private static List<LedgerPart> read(byte[] bytes) throws IOException {
        List<LedgerPart> parts = new ArrayList<>();
        try (LedgerFileReader file = new LedgerFileReader(new ByteArrayInputStream(bytes))) {
            for (Optional<LedgerPart> part = file.next(); part.isPresent(); part = file.next()) {
                parts.add(part.get());
            }
        }
        return parts;
    }
}
