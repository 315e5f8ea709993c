package io.truenorth.documents.history;

import java.util.Map;

/** The fields of one line, by the names of their columns. */
final class Row {

    private final Map<String, Integer> positions;
    private final String[] fields;
    private final int width;

    /**
     * A row.
     *
     * @param positions where a column's field stands
     * @param width how many fields there should be at least
     */
    Row(Map<String, Integer> positions, String[] fields, int width) {
        this.positions = positions;
        this.fields = fields;
        this.width = width;
    }

    /** The field of a column as written; empty where the line has none. */
    String get(String column) {
        Integer position = positions.get(column);
        return position == null || position >= fields.length ? "" : fields[position];
    }

    /** Rejects a line that ends before its last field. */
    void requireComplete() throws LineRejection {
        if (fields.length < width) {
            throw new LineRejection("", width + " fields, as many as the header has", Integer.toString(fields.length));
        }
    }
}
