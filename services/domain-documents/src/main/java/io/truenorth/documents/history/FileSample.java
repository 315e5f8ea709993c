package io.truenorth.documents.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The first thousand records of a CSV file of unknown form.
 *
 * @param form the encoding (stated, or guessed), the separator, and where the header is
 * @param columns the columns with their values
 * @param content the bytes that were read, unpacked
 */
record FileSample(FileForm form, List<SampledColumn> columns, byte[] content) {

    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** A record with the number of its first line. */
    private record Sampled(long number, List<String> fields) {}

    /** The records of a file by one separator, and how many fields most of them have. */
    private record Division(char separator, List<Sampled> records, int width) {
        static Division of(byte[] content, Charset encoding, char separator) throws IOException {
            List<Sampled> records = new ArrayList<>();
            CsvFields fields = new CsvFields(separator);
            try (HistoryLines lines = HistoryLines.of(new ByteArrayInputStream(content), encoding)) {
                CsvRecords all = new CsvRecords(lines, separator);
                while (records.size() < MOST_RECORDS && all.next()) {
                    try {
                        records.add(new Sampled(all.number(), List.of(fields.split(all.text()))));
                    } catch (LineRejection rejection) {
                        records.add(new Sampled(all.number(), List.of()));
                    }
                }
            }
            Map<Integer, Long> widths = records.stream()
                    .map(record -> record.fields().size())
                    .filter(width -> width > 1)
                    .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
            int width = widths.entrySet().stream()
                    .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(1);
            return new Division(separator, records, width);
        }

        /** How well the separator divides the records: the separators in all records of the most common width. */
        long separators() {
            return (width - 1)
                    * records.stream()
                            .filter(record -> record.fields().size() == width)
                            .count();
        }

        /** The index of the first record that names columns; −1 if there is none. */
        int header() {
            for (int i = 0; i < records.size(); i++) {
                List<String> fields = records.get(i).fields();
                if (fields.size() == width && fields.stream().noneMatch(SampledColumn::isValue)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * Samples a file.
     *
     * @param stated the encoding, if it is known
     * @throws UnusableHistoryException if it has no header and lines of CSV
     */
    static FileSample of(HistoryFile file, Optional<Charset> stated) throws UnusableHistoryException {
        try {
            byte[] content = beginning(file);
            if (new String(content, StandardCharsets.ISO_8859_1).stripLeading().startsWith("{")) {
                throw new UnusableHistoryException(
                        file.name(), "expected CSV, was JSON Lines, whose fields a mapping names as they are");
            }
            Charset encoding = stated.or(() -> EncodingGuess.of(content, 0, content.length))
                    .orElse(StandardCharsets.UTF_8);
            Optional<Division> best = Optional.empty();
            for (char separator : SEPARATORS) {
                Division division = Division.of(content, encoding, separator);
                if (division.separators() > best.map(Division::separators).orElse(1L)) {
                    best = Optional.of(division);
                }
            }
            Division division = best.orElseThrow(() -> new UnusableHistoryException(
                    file.name(), "expected lines of CSV with a header, separated by comma, semicolon, tab or |"));
            return of(file, division, encoding, content);
        } catch (NoSuchFileException e) {
            throw new UnusableHistoryException(file.name(), "no such file");
        } catch (IOException e) {
            throw new UnusableHistoryException(file.name(), "cannot be read: " + e.getMessage());
        }
    }

    private static FileSample of(HistoryFile file, Division division, Charset encoding, byte[] content)
            throws UnusableHistoryException {
        int header = division.header();
        if (header < 0) {
            throw new UnusableHistoryException(file.name(), "expected a line with the names of the columns");
        }
        List<Sampled> records = division.records();
        int descriptions = descriptions(records.subList(header + 1, records.size()));
        List<Sampled> rows = records.subList(header + 1 + descriptions, records.size());
        List<SampledColumn> columns = new ArrayList<>();
        List<String> names = records.get(header).fields();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.add(new SampledColumn(
                    names.get(i),
                    rows.stream()
                            .map(Sampled::fields)
                            .map(fields ->
                                    column < fields.size() ? fields.get(column).strip() : "")
                            .toList()));
        }
        FileForm form = new FileForm(
                encoding, division.separator(), (int) records.get(header).number() - 1, descriptions);
        return new FileSample(form, columns, content);
    }

    /** How many records after the header describe its columns, as Qualtrics has two. */
    private static int descriptions(List<Sampled> rows) {
        boolean importIds =
                rows.size() > 1 && rows.get(1).fields().stream().anyMatch(field -> field.startsWith("{\"ImportId\""));
        return importIds ? 2 : 0;
    }

    /** Whole lines of the first megabyte, unpacked as far as they can be. */
    private static byte[] beginning(HistoryFile file) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(file.content().open())) {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            InputStream unpacked = packed ? new GzipMembers(in) : in;
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 13];
            boolean more = true;
            while (more && read.size() < MOST_BYTES) {
                more = copy(unpacked, some, read);
            }
            byte[] all = read.toByteArray();
            int end = all.length;
            while (more && end > 0 && all[end - 1] != '\n' && all[end - 1] != '\r') {
                end--;
            }
            return end == 0 ? all : Arrays.copyOf(all, end);
        }
    }

    private static boolean copy(InputStream from, byte[] buffer, ByteArrayOutputStream to) throws IOException {
        try {
            int count = from.read(buffer);
            to.write(buffer, 0, Math.max(0, count));
            return count >= 0;
        } catch (IOException e) {
            if (to.size() == 0) {
                throw e;
            }
            return false;
        }
    }
}
