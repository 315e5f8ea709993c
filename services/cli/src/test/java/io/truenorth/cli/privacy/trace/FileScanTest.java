package io.truenorth.cli.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.LedgerPart;
import io.truenorth.identity.IdentityHash;
import io.truenorth.schemas.serde.LedgerFileWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
            new FileScan(new IdentityTraces(Set.of("crm:c-17"), Map.of("crm:c-17", "crm:c-17"), Set.of()), "truenorth");

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

        assertThat(scan.file(plain).findings()).extracting(Finding::position).containsExactly("byte 15");
        assertThat(scan.file(packed).findings()).extracting(Finding::position).containsExactly("byte 15");
        SearchedPlace other = scan.file(Files.writeString(directory.resolve("other"), "crm:c-171"));
        assertThat(other.findings()).isEmpty();
        assertThat(other.notSearched()).isEmpty();
        assertThat(other.count()).isEqualTo(1);
        assertThat(scan.directory(directory, Optional.empty()).count()).isEqualTo(3);
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

            List<Finding> findings =
                    scan.file(Files.write(directory.resolve("large"), copy)).findings();

            assertThat(findings).extracting(Finding::position).as("at %d", at).containsExactly("byte " + (at + 1));
        }
    }

    /** What is whole in the middle of a file is so on the border of two chunks, and what is a part of another name is none. */
    @Test
    void aPartOfANameOnTheBorderOfTwoChunksIsNone() throws IOException {
        int overlap = new IdentityTraces(Set.of("crm:c-17"), Map.of(), Set.of()).longest() + 1_100;
        for (int at = (4 << 20) - 40; at < (4 << 20) + overlap; at += 61) {
            byte[] text = "x".repeat(at + 2_000).getBytes(StandardCharsets.US_ASCII);
            byte[] name = utf8(" gift-crm:c-171, crm:c-17.b ");
            System.arraycopy(name, 0, text, at, name.length);

            assertThat(scan.file(Files.write(directory.resolve("large"), text)).findings())
                    .as("at %d", at)
                    .isEmpty();
        }
    }

    @Test
    void aBrokenFileIsToldAndEndsNothing() throws IOException {
        byte[] packed = gzip("nothing\n".repeat(10_000));
        Files.write(directory.resolve("a-cut.gz"), Arrays.copyOf(packed, packed.length / 2));
        Files.writeString(directory.resolve("b-header.avro"), "Obj\u0001 and no header");
        Files.writeString(directory.resolve("c-broken.sst"), "crm:c-17 is in no table");
        Files.writeString(directory.resolve("d.log"), "crm:c-17");

        SearchedPlace place = scan.directory(directory, Optional.empty());

        assertThat(place.findings())
                .extracting(finding -> Path.of(finding.place()).getFileName().toString())
                .contains("d.log");
        assertThat(place.notSearched())
                .allMatch(NotSearched::incomplete)
                .allMatch(part -> part.why().startsWith("could not be read: "))
                .extracting(part -> Path.of(part.place()).getFileName().toString())
                .containsExactly("a-cut.gz", "b-header.avro", "c-broken.sst");
        assertThat(place.count()).isEqualTo(1);
        assertThat(scan.file(directory.resolve("none")).notSearched())
                .containsExactly(NotSearched.unreadable(
                        directory.resolve("none").toString(), "could not be read: no such file"));
    }

    @Test
    void whatIsOfAnotherFormIsNeverSilentlyClean() throws IOException {
        Map<String, byte[]> forms = Map.of(
                "archive.zip", zip("crm:c-17"),
                "scores.parquet", utf8("PAR1...PAR1"),
                "marked.csv", "\uFEFFid\ncrm:c-17\n".getBytes(StandardCharsets.UTF_16LE),
                "big-endian.csv", "\uFEFFid\ncrm:c-17\n".getBytes(StandardCharsets.UTF_16BE),
                "unmarked.csv", "identity\ncrm:c-17\n".getBytes(StandardCharsets.UTF_16LE),
                "archive.zip.gz", gzip(zip("crm:c-17")),
                "often.gz", gzip(gzip(gzip(gzip("crm:c-17")))));
        for (Map.Entry<String, byte[]> form : forms.entrySet()) {
            SearchedPlace place = scan.file(Files.write(directory.resolve(form.getKey()), form.getValue()));

            assertThat(place.notSearched())
                    .as(form.getKey())
                    .singleElement()
                    .satisfies(part -> assertThat(part.why()).startsWith("not searched: it is "));
        }
        assertThat(scan.file(Files.write(directory.resolve("twice.gz"), gzip(gzip("crm:c-17"))))
                        .findings())
                .hasSize(1);
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(utf8(text));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("list.csv"));
            out.write(utf8(text));
        }
        return packed.toByteArray();
    }

    @Test
    void storesOfAnotherApplicationAreNotSearchedUnlessTheyAreNamed() throws IOException {
        for (String application : List.of("truenorth", "truenorth-eu")) {
            Path store = Files.createDirectories(directory.resolve(application + "/0_1/rocksdb/customers"));
            Files.writeString(store.resolve("000013.log"), "crm:c-17");
        }
        Path other = directory.resolve("truenorth-eu");

        SearchedPlace place = scan.directory(directory, Optional.empty());

        assertThat(place.findings())
                .hasSize(1)
                .allMatch(finding -> !finding.place().contains("truenorth-eu"));
        assertThat(place.notSearched()).singleElement().satisfies(part -> {
            assertThat(part.place()).isEqualTo(other.toString());
            assertThat(part.incomplete()).isFalse();
        });
        assertThat(scan.directory(other, Optional.empty()).findings()).hasSize(1);
    }

    @Test
    void aDirectoryBehindALinkIsSearched() throws IOException {
        Path real = Files.createDirectories(directory.resolve("real"));
        Files.writeString(real.resolve("list.csv"), "crm:c-17");
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        Files.createSymbolicLink(real.resolve("loop"), real);

        SearchedPlace place = scan.directory(link, Optional.empty());

        assertThat(place.findings()).hasSize(1);
        assertThat(place.notSearched()).isEmpty();
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

        assertThat(scan.file(file).findings()).extracting(Finding::position).containsExactly("block 0");
    }

    @Test
    void aFileThatSomebodyPutBesideAStoreIsNoStore() throws IOException {
        Path task = Files.createDirectories(directory.resolve("state/0_1/rocksdb/customers"));
        Files.writeString(task.resolve("000013.log"), "crm:c-17");
        Files.writeString(task.resolve("copy.csv"), "id\ncrm:c-17\n");
        Files.writeString(directory.resolve("state/list.csv"), "id\nc-17\n");

        assertThat(scan.directory(directory.resolve("state"), Optional.empty()).findings())
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

        List<Finding> findings = scan.directory(directory, Optional.empty()).findings();

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

    private List<Finding> tables(Path store) {
        return scan.directory(store, Optional.empty()).findings().stream()
                .filter(finding -> finding.place().endsWith(".sst"))
                .toList();
    }
}
