package io.truenorth.documents.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of CSV, whose columns the header names. Empty fields beyond the header are ignored; others only if the first record
 * has them as well, as further on they are the sign of a separator inside a field.
 */
final class CsvRows implements Rows {

    private final CsvFields fields;
    private final List<String> header;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private int width;

    CsvRows(String headerRecord, char separator) throws LineRejection {
        this.fields = new CsvFields(separator);
        this.header = List.of(fields.split(headerRecord));
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i), i);
        }
    }

    /** The names of the columns, in order, as written. */
    List<String> header() {
        return header;
    }

    /** How many fields of every record have no name in the header; known after the first record. */
    int unnamed() {
        return Math.max(0, width - header.size());
    }

    @Override
    public Row read(String record) throws LineRejection {
        String[] texts = fields.split(record);
        if (texts.length != header.size()) {
            requireWidth(texts);
        } else if (width == 0) {
            width = texts.length;
        }
        return new Row(positions, texts, header.size());
    }

    private void requireWidth(String[] texts) throws LineRejection {
        int filled = texts.length;
        while (filled > header.size() && texts[filled - 1].isEmpty()) {
            filled--;
        }
        if (width == 0 && texts.length > header.size()) {
            width = filled;
        }
        if (filled > Math.max(width, header.size())) {
            throw new LineRejection(
                    "", header.size() + " fields, as many as the header has", Integer.toString(texts.length));
        }
    }
}
