package io.truenorth.relationship.ledger;

/** Writes a month of version 1 part by part, so that each part can be made invalid. */
public final class Version1Month {
    private int month;
    private int names;
    private int cells;
    private int days;
    private final ByteWriter nameBytes = new ByteWriter(1);
    private final ByteWriter cellBytes = new ByteWriter(1);
    private final ByteWriter dayBytes = new ByteWriter(1);

    public Version1Month ofMonth(int number) {
        month = number;
        return this;
    }

    public Version1Month withName(String name) {
        names++;
        nameBytes.writeText(name);
        return this;
    }

    public Version1Month withCell(int day, int channel, int kind, int subject, long inbound) {
        return withCell(day, channel, kind, subject, 1, inbound);
    }

    /** Adds a cell with the values that the bits of {@code fields} select. */
    public Version1Month withCell(int day, int channel, int kind, int subject, int fields, long... values) {
        cells++;
        cellBytes.writeByte(day);
        cellBytes.writeUnsigned(channel);
        cellBytes.writeUnsigned(kind);
        cellBytes.writeUnsigned(subject);
        cellBytes.writeByte(fields);
        for (long value : values) {
            cellBytes.writeSigned(value);
        }
        return this;
    }

    public Version1Month withDay(int day, int plain, long... keys) {
        days++;
        dayBytes.writeByte(day);
        dayBytes.writeUnsigned(keys.length);
        dayBytes.writeByte(plain);
        for (long key : keys) {
            dayBytes.writeFixed(key);
        }
        return this;
    }

    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(8);
        out.writeByte(1);
        out.writeSigned(month);
        out.writeUnsigned(names);
        byte[][] parts = {nameBytes.toBytes(), cellBytes.toBytes(), dayBytes.toBytes()};
        int[] counts = {names, cells, days};
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                out.writeUnsigned(counts[i]);
            }
            for (byte part : parts[i]) {
                out.writeByte(part);
            }
        }
        return out.toBytes();
    }
}
