package io.truenorth.documents.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.truenorth.documents.Excerpt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of CSV, whose columns the header names. A quoted field ends on the line it begins on. */
final class CsvRows implements Rows {

    private final CsvReader.CsvReaderBuilder csv;
    private final char separator;
    private final List<String> header;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    CsvRows(String headerLine, char separator) throws LineRejection {
        this.separator = separator;
        this.csv = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
        this.header = List.of(split(headerLine));
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i), i);
        }
    }

    /** The names of the columns, in order, as written. */
    List<String> header() {
        return header;
    }

    @Override
    public Row read(String line) throws LineRejection {
        String[] fields = split(line);
        if (fields.length != header.size()) {
            throw new LineRejection(
                    "", header.size() + " fields, as many as the header has", Integer.toString(fields.length));
        }
        return new Row(positions, fields);
    }

    private String[] split(String line) throws LineRejection {
        if (line.indexOf('"') < 0) {
            return splitPlain(line);
        }
        try {
            return csv.ofSingleCsvRecord(line).getFields().toArray(String[]::new);
        } catch (CsvParseException e) {
            throw new LineRejection("", "one line of CSV with every quote closed on it", Excerpt.of(line));
        }
    }

    private String[] splitPlain(String line) {
        String[] fields = new String[count(line)];
        int from = 0;
        for (int i = 0; i < fields.length - 1; i++) {
            int to = line.indexOf(separator, from);
            fields[i] = line.substring(from, to);
            from = to + 1;
        }
        fields[fields.length - 1] = line.substring(from);
        return fields;
    }

    private int count(String line) {
        int count = 1;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, at + 1)) {
            count++;
        }
        return count;
    }
}
