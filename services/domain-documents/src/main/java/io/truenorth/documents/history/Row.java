package io.truenorth.documents.history;

import java.util.Map;

/** The fields of one line, by the names of their columns. */
final class Row {

    private final Map<String, Integer> positions;
    private final String[] fields;

    /** @param positions where a column's field stands */
    Row(Map<String, Integer> positions, String[] fields) {
        this.positions = positions;
        this.fields = fields;
    }

    /** The field of a column as written; empty where the line has none. */
    String get(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : fields[position];
    }
}
