package io.truenorth.documents.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.truenorth.documents.Excerpt;

/** Splits records of CSV into their fields. */
final class CsvFields {

    private final CsvReader.CsvReaderBuilder csv;
    private final char separator;

    CsvFields(char separator) {
        this.separator = separator;
        this.csv = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
    }

    String[] split(String record) throws LineRejection {
        if (record.indexOf('"') < 0) {
            return splitPlain(record);
        }
        try {
            return csv.ofSingleCsvRecord(record).getFields().toArray(String[]::new);
        } catch (CsvParseException e) {
            throw new LineRejection("", "a record of CSV with every quote closed", Excerpt.of(record));
        }
    }

    private String[] splitPlain(String record) {
        String[] fields = new String[count(record)];
        int from = 0;
        for (int i = 0; i < fields.length - 1; i++) {
            int to = record.indexOf(separator, from);
            fields[i] = record.substring(from, to);
            from = to + 1;
        }
        fields[fields.length - 1] = record.substring(from);
        return fields;
    }

    private int count(String record) {
        int count = 1;
        for (int at = record.indexOf(separator); at >= 0; at = record.indexOf(separator, at + 1)) {
            count++;
        }
        return count;
    }
}
