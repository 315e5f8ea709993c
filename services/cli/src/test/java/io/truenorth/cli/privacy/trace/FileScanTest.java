package io.truenorth.cli.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.LedgerPart;
import io.truenorth.identity.IdentityHash;
import io.truenorth.schemas.serde.LedgerFileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompressionType;
import org.rocksdb.EnvOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.SstFileWriter;

class FileScanTest {
    @TempDir
    private Path directory;

    private final FileScan scan =
            new FileScan(new IdentityTraces(Set.of("crm:c-17"), Map.of("crm:c-17", "crm:c-17"), Set.of()));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsReadAsItIsAndUnpacked() throws IOException {
        Path plain = Files.writeString(directory.resolve("audit.log"), "nothing\nerased crm:c-17, at last\n");
        Path packed = directory.resolve("audit.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }

        assertThat(scan.file(plain)).extracting(Finding::position).containsExactly("byte 15");
        assertThat(scan.file(packed)).extracting(Finding::position).containsExactly("byte 15");
        assertThat(scan.file(Files.writeString(directory.resolve("other"), "crm:c-171")))
                .isEmpty();
        assertThat(scan.files()).isEqualTo(3);
    }

    @Test
    void aNameOnTheBorderOfTwoChunksIsFound() throws IOException {
        byte[] bytes = new byte[(4 << 20) + 5_000];
        new Random(3).nextBytes(bytes);
        for (int shift = 0; shift < 60; shift++) {
            byte[] copy = bytes.clone();
            byte[] name = utf8("\u0001crm:c-17\u0000");
            int at = (4 << 20) + shift;
            System.arraycopy(name, 0, copy, at, name.length);

            List<Finding> findings = scan.file(Files.write(directory.resolve("large"), copy));

            assertThat(findings).extracting(Finding::position).as("at %d", at).containsExactly("byte " + (at + 1));
        }
    }

    @Test
    void anExportOfLedgersIsUnpacked() throws IOException {
        Path file = directory.resolve("backup.avro");
        LedgerPart part = new LedgerPart(
                "card:4711",
                true,
                List.of(),
                List.of(new CustomerAttribute("region", "north", 1L, "e-1", "crm:c-17")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        try (LedgerFileWriter out = new LedgerFileWriter(Files.newOutputStream(file), Map.of())) {
            out.append(part);
        }

        assertThat(scan.file(file)).extracting(Finding::position).containsExactly("block 0");
    }

    @Test
    void aFileThatSomebodyPutBesideAStoreIsNoStore() throws IOException {
        Path task = Files.createDirectories(directory.resolve("state/0_1/rocksdb/customers"));
        Files.writeString(task.resolve("000013.log"), "crm:c-17");
        Files.writeString(task.resolve("copy.csv"), "id\ncrm:c-17\n");
        Files.writeString(directory.resolve("state/list.csv"), "id\nc-17\n");

        assertThat(scan.directory(directory.resolve("state"), Optional.empty()))
                .extracting(
                        finding -> Path.of(finding.place()).getFileName().toString(),
                        Finding::kind,
                        finding -> finding.trace().form())
                .containsExactlyInAnyOrder(
                        tuple("000013.log", Finding.Kind.STORE, Form.PLAIN),
                        tuple("copy.csv", Finding.Kind.FILE, Form.PLAIN),
                        tuple("list.csv", Finding.Kind.FILE, Form.VALUE));
    }

    @Test
    void aTableOfAStoreIsReadByItsEntries() throws Exception {
        Path table = directory.resolve("000012.sst");
        try (Options options = new Options().setCompressionType(CompressionType.LZ4_COMPRESSION);
                SstFileWriter writer = new SstFileWriter(new EnvOptions(), options)) {
            writer.open(table.toString());
            writer.put(utf8("ccrm:c-16\u0000\u0001"), utf8("others"));
            writer.put(utf8("ccrm:c-17\u0000\u0001"), utf8("header"));
            writer.put(utf8("ccrm:c-18\u0000\u0001"), utf8(IdentityHash.of("crm:c-17")));
            writer.finish();
        }

        List<Finding> findings = scan.directory(directory, Optional.empty());

        assertThat(findings)
                .extracting(Finding::position, finding -> finding.trace().form())
                .containsExactly(tuple("entry 1", Form.PLAIN), tuple("entry 2", Form.HASHED));
        assertThat(findings).extracting(Finding::kind).containsOnly(Finding.Kind.STORE);
    }

    /** The entry in one table, and the mark of its deletion in another, until RocksDB compacts both. */
    @Test
    void whatAStoreHasDeletedIsFoundInItsTables() throws Exception {
        Path store = directory.resolve("rocksdb/customers");
        Files.createDirectories(store.getParent());
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB database = RocksDB.open(options, store.toString());
                FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
            database.put(utf8("ccrm:c-17\u0000\u0001"), utf8("header"));
            database.flush(flush);
            database.delete(utf8("ccrm:c-17\u0000\u0001"));
            database.flush(flush);

            assertThat(tables(store)).hasSize(2);
        }
    }

    private List<Finding> tables(Path store) throws IOException {
        return scan.directory(store, Optional.empty()).stream()
                .filter(finding -> finding.place().endsWith(".sst"))
                .toList();
    }
}
