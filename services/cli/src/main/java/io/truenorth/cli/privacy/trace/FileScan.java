package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Scans files as bytes: gzipped ones and Avro's, such as exports of ledgers, unpacked; tables of RocksDB by their entries, as they
 * are compressed and share the beginnings of keys.
 */
public final class FileScan {
    private static final int CHUNK = 4 << 20;
    private static final Pattern ROCKSDB = Pattern.compile(
            "\\d+\\.(log|dbtmp|blob)|MANIFEST-\\d+|OPTIONS-\\d+(\\.dbtmp)?|LOG(\\.old\\.\\d+)?|CURRENT|IDENTITY|LOCK");
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] AVRO = {'O', 'b', 'j', 1};

    private final IdentityTraces traces;
    private long files;

    /** A scan for the identities of a person. */
    public FileScan(IdentityTraces traces) {
        this.traces = traces;
    }

    /** The number of files that were read. */
    public long files() {
        return files;
    }

    /**
     * Scans a directory with all that is in it. A file that is deleted meanwhile, as stores do, is left out.
     *
     * @param excluded a directory in it that is left out
     * @throws IOException if a file cannot be read
     */
    public List<Finding> directory(Path directory, Optional<Path> excluded) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(directory)) {
            found = all.filter(Files::isRegularFile)
                    .filter(path -> excluded.isEmpty() || !path.startsWith(excluded.get()))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<Finding> findings = new ArrayList<>();
        for (Path path : found) {
            findings.addAll(inDirectory(path));
        }
        return findings;
    }

    private List<Finding> inDirectory(Path path) throws IOException {
        try {
            return isTable(path) ? table(path) : file(path, isOfStore(path) ? Kind.STORE : Kind.FILE);
        } catch (NoSuchFileException e) {
            // A store has deleted it; its entries are in another file.
            return List.of();
        }
    }

    /** Whether RocksDB writes files of that name; another file was put there by somebody. */
    private static boolean isOfStore(Path path) {
        return ROCKSDB.matcher(path.getFileName().toString()).matches();
    }

    private static boolean isTable(Path path) {
        return path.getFileName().toString().endsWith(".sst");
    }

    private List<Finding> table(Path path) throws IOException {
        files++;
        Map<Trace, Finding> findings = new LinkedHashMap<>();
        new StoreTable(path).forEachEntry((number, key, value) -> {
            List<Trace> found = new ArrayList<>(traces.in(key));
            if (found.isEmpty()) {
                traces.ofKey(key).ifPresent(found::add);
            }
            found.addAll(traces.in(value));
            found.forEach(trace -> note(path, "entry " + number, trace, Kind.STORE, findings));
        });
        // The keys of deleted entries are in no entry, but between them.
        try (InputStream in = Files.newInputStream(path)) {
            stream(path, in, Kind.STORE, findings);
        }
        return List.copyOf(findings.values());
    }

    /** Scans a file. */
    public List<Finding> file(Path path) throws IOException {
        return file(path, Kind.FILE);
    }

    private List<Finding> file(Path path, Kind kind) throws IOException {
        files++;
        Map<Trace, Finding> findings = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            if (beginsWith(in, AVRO)) {
                avro(path, in, kind, findings);
            } else if (beginsWith(in, GZIP)) {
                stream(path, new GZIPInputStream(in), kind, findings);
            } else {
                stream(path, in, kind, findings);
            }
        }
        return List.copyOf(findings.values());
    }

    private static boolean beginsWith(InputStream in, int... magic) throws IOException {
        in.mark(magic.length);
        boolean begins = true;
        for (int each : magic) {
            begins &= in.read() == each;
        }
        in.reset();
        return begins;
    }

    private void avro(Path path, InputStream in, Kind kind, Map<Trace, Finding> findings) throws IOException {
        try (DataFileStream<GenericRecord> blocks = new DataFileStream<>(in, new GenericDatumReader<>())) {
            long number = 0;
            while (blocks.hasNext()) {
                ByteBuffer block = blocks.nextBlock();
                byte[] bytes = new byte[block.remaining()];
                block.get(bytes);
                String position = "block " + number++;
                traces.in(bytes).forEach(trace -> note(path, position, trace, kind, findings));
            }
        }
    }

    /** Reads chunks that overlap by more than the longest form, so that none is cut. */
    private void stream(Path path, InputStream in, Kind kind, Map<Trace, Finding> findings) throws IOException {
        int overlap = traces.longest() + 16;
        byte[] chunk = new byte[CHUNK + overlap];
        int kept = 0;
        long before = 0;
        int read = in.readNBytes(chunk, 0, chunk.length);
        while (read > 0) {
            int length = kept + read;
            long start = before - kept;
            traces.in(chunk, length, 0, length)
                    .forEach(trace -> note(path, "byte " + (start + trace.at()), trace, kind, findings));
            before += read;
            kept = Math.min(overlap, length);
            System.arraycopy(Arrays.copyOfRange(chunk, length - kept, length), 0, chunk, 0, kept);
            read = in.readNBytes(chunk, kept, chunk.length - kept);
        }
    }

    /** The first place of an identity in a file is told. */
    private static void note(Path path, String position, Trace trace, Kind kind, Map<Trace, Finding> findings) {
        findings.putIfAbsent(
                new Trace(trace.identity(), trace.hash(), trace.form(), 0),
                new Finding(
                        path.toString(),
                        position,
                        List.of("content"),
                        trace,
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
