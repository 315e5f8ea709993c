package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Searches one file: gzipped ones and Avro's, such as exports of ledgers, unpacked; tables of RocksDB by their entries, as they are
 * compressed and share the beginnings of keys; others as bytes.
 */
final class FileSearch {
    private static final int CHUNK = 4 << 20;
    /** What is looked at around a name, in bytes, with escapes. */
    private static final int MARGIN = 256;
    /** A gzipped file may be gzipped again, but not without end. */
    private static final int MOST_PACKED = 3;

    private final Path path;
    private final IdentityTraces traces;
    private final Kind kind;
    private final Map<Trace, Finding> findings = new LinkedHashMap<>();
    private Optional<Instant> changed = Optional.empty();

    FileSearch(Path path, IdentityTraces traces, Kind kind) {
        this.path = path;
        this.traces = traces;
        this.kind = kind;
    }

    /** What was found so far. */
    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /**
     * Searches a file of any form.
     *
     * @return why it was not searched, and what to do; empty if it was
     * @throws IOException if it cannot be read, or is damaged
     */
    Optional<String> file() throws IOException {
        changed = Optional.of(Files.getLastModifiedTime(path).toInstant());
        try (InputStream in = Files.newInputStream(path)) {
            return unpacked(in, 0);
        }
    }

    /** Searches a file as bytes. */
    void bytes() throws IOException {
        changed = Optional.of(Files.getLastModifiedTime(path).toInstant());
        try (InputStream in = Files.newInputStream(path)) {
            stream(in);
        }
    }

    /** Searches a table of RocksDB. */
    void table() throws IOException {
        changed = Optional.of(Files.getLastModifiedTime(path).toInstant());
        new StoreTable(path).forEachEntry((number, key, value) -> {
            List<Trace> found = new ArrayList<>(traces.in(key));
            if (found.isEmpty()) {
                traces.ofKey(key).ifPresent(found::add);
            }
            found.addAll(traces.in(value));
            found.forEach(trace -> note("entry " + number, trace));
        });
        // The keys of deleted entries are in no entry, but between them.
        bytes();
    }

    private Optional<String> unpacked(InputStream in, int packed) throws IOException {
        BufferedInputStream content = new BufferedInputStream(in);
        FileFormat format = FileFormat.of(content);
        if (format == FileFormat.GZIP && packed < MOST_PACKED) {
            return unpacked(new GZIPInputStream(content), packed + 1);
        }
        if (format == FileFormat.AVRO) {
            avro(content);
        } else {
            // What is not packed in it is found even so.
            stream(content);
        }
        return format == FileFormat.GZIP ? Optional.of("gzipped too often: unpack it") : format.notSearched();
    }

    private void avro(InputStream in) throws IOException {
        try (DataFileStream<GenericRecord> blocks = new DataFileStream<>(in, new GenericDatumReader<>())) {
            long number = 0;
            while (blocks.hasNext()) {
                ByteBuffer block = blocks.nextBlock();
                byte[] bytes = new byte[block.remaining()];
                block.get(bytes);
                String position = "block " + number++;
                traces.in(bytes).forEach(trace -> note(position, trace));
            }
        }
    }

    /** Reads chunks that overlap, so that each name is in one of them with what stands around it. */
    private void stream(InputStream in) throws IOException {
        int overlap = traces.longest() + 2 * MARGIN;
        byte[] chunk = new byte[CHUNK + overlap];
        int kept = 0;
        long start = 0;
        boolean last = false;
        while (!last) {
            int length = kept + in.readNBytes(chunk, kept, chunk.length - kept);
            last = length < chunk.length;
            int from = start == 0 ? 0 : MARGIN;
            int to = last ? length : length - overlap + MARGIN;
            long first = start;
            traces.in(chunk, length, from, to).forEach(trace -> note("byte " + (first + trace.at()), trace));
            kept = Math.min(overlap, length);
            System.arraycopy(chunk, length - kept, chunk, 0, kept);
            start += length - kept;
        }
    }

    /** The first place of an identity in a file is told. */
    private void note(String position, Trace trace) {
        findings.putIfAbsent(
                new Trace(trace.identity(), trace.hash(), trace.form(), 0),
                new Finding(
                        path.toString(),
                        position,
                        List.of("content"),
                        trace,
                        kind,
                        changed,
                        Optional.empty(),
                        Optional.empty()));
    }
}
