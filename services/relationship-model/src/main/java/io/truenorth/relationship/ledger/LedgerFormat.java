package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The binary format of ledgers and their months, version 1.
 *
 * <pre>
 * ledger = 1, count of months, { length, month }           months ascending
 * month  = 1, number of the month (signed),
 *          count of names, { UTF-8 length, UTF-8 },          in the order of their first use
 *          count of cells, { cell },                         in key order
 *          count of days,  { day of month − 1, count of events, plain, { key }, [ { multiplicity (signed) } ] }
 * cell   = day of month − 1, channel, kind, subject (indexes of names), fields, { value (signed) }
 * </pre>
 *
 * <p>Numbers are of variable length, except that a key takes eight bytes and days, versions, {@code fields} and
 * {@code plain} take one. The bits of {@code fields} state which of inbound, outbound, valueMinor, positive, neutral and
 * negative follow: those that are not zero. {@code plain} is 1 if every multiplicity is 1 and none follow. The format is
 * canonical: each content has exactly one encoding, and the reader rejects any other.
 */
final class LedgerFormat {

    private static final int VERSION = 1;
    private static final int DAYS_OF_A_MONTH = 31;
    private static final int FIELDS = 6;

    private LedgerFormat() {}

    static byte[] write(RelationshipLedger ledger) {
        ByteWriter out = new ByteWriter(256);
        out.writeByte(VERSION);
        out.writeUnsigned(ledger.months().size());
        ledger.months().forEach(month -> out.writeBytes(write(month)));
        return out.toBytes();
    }

    static byte[] write(LedgerMonth month) {
        ByteWriter out = new ByteWriter(64 + 12 * month.cells().size() + 8 * month.eventCount());
        int firstDay = Days.firstOfMonth(month.number());
        out.writeByte(VERSION);
        out.writeSigned(month.number());
        Map<String, Integer> names = namesOf(month.cells());
        out.writeUnsigned(names.size());
        inOrder(names).forEach(out::writeText);
        out.writeUnsigned(month.cells().size());
        month.cells().forEach(cell -> writeCell(out, cell, firstDay, names));
        out.writeUnsigned(month.days().size());
        month.days().forEach(events -> writeEvents(out, events, firstDay));
        return out.toBytes();
    }

    private static Map<String, Integer> namesOf(List<Cell> cells) {
        Map<String, Integer> names = new HashMap<>();
        for (Cell cell : cells) {
            names.putIfAbsent(cell.channel(), names.size());
            names.putIfAbsent(cell.kind(), names.size());
            names.putIfAbsent(cell.subject(), names.size());
        }
        return names;
    }

    private static List<String> inOrder(Map<String, Integer> names) {
        String[] ordered = new String[names.size()];
        names.forEach((name, index) -> ordered[index] = name);
        return List.of(ordered);
    }

    private static void writeCell(ByteWriter out, Cell cell, int firstDay, Map<String, Integer> names) {
        out.writeByte(cell.day() - firstDay);
        out.writeUnsigned(names.getOrDefault(cell.channel(), 0));
        out.writeUnsigned(names.getOrDefault(cell.kind(), 0));
        out.writeUnsigned(names.getOrDefault(cell.subject(), 0));
        long[] values = {
            cell.inbound(), cell.outbound(), cell.valueMinor(), cell.positive(), cell.neutral(), cell.negative()
        };
        int fields = 0;
        for (int i = 0; i < FIELDS; i++) {
            fields |= values[i] == 0 ? 0 : 1 << i;
        }
        out.writeByte(fields);
        for (long value : values) {
            if (value != 0) {
                out.writeSigned(value);
            }
        }
    }

    private static void writeEvents(ByteWriter out, DayEvents events, int firstDay) {
        out.writeByte(events.day - firstDay);
        out.writeUnsigned(events.size());
        boolean plain = events.allOnce();
        out.writeByte(plain ? 1 : 0);
        for (int i = 0; i < events.size(); i++) {
            out.writeFixed(events.key(i));
        }
        for (int i = 0; !plain && i < events.size(); i++) {
            out.writeSigned(events.multiplicity(i));
        }
    }

    static RelationshipLedger readLedger(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        expectVersion(in);
        List<LedgerMonth> months = new ArrayList<>();
        for (int left = in.readCount(1); left > 0; left--) {
            ByteReader part = in.readPart();
            LedgerMonth month = readMonth(part);
            if (!months.isEmpty() && months.get(months.size() - 1).number() >= month.number()) {
                throw part.problem("expected months in order, was " + month);
            }
            months.add(month);
        }
        in.expectEnd();
        return RelationshipLedger.of(months);
    }

    static LedgerMonth readMonth(byte[] bytes) {
        return readMonth(new ByteReader(bytes));
    }

    private static LedgerMonth readMonth(ByteReader in) {
        expectVersion(in);
        int number = in.readInt();
        if (Math.abs((long) number) > 12_000_000L) {
            throw in.problem("expected a month within a million years, was " + number);
        }
        int firstDay = Days.firstOfMonth(number);
        NamesRead names = NamesRead.from(in);
        List<Cell> cells = readCells(in, firstDay, names);
        names.expectAllUsed();
        List<DayEvents> days = readDays(in, firstDay);
        in.expectEnd();
        LedgerMonth month = new LedgerMonth(number, cells, days);
        if (month.isEmpty()) {
            throw in.problem("expected a month with cells or events");
        }
        return month;
    }

    private static void expectVersion(ByteReader in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
    }

    private static List<Cell> readCells(ByteReader in, int firstDay, NamesRead names) {
        List<Cell> cells = new ArrayList<>();
        for (int left = in.readCount(5); left > 0; left--) {
            Cell cell = readCell(in, firstDay, names);
            if (!cells.isEmpty() && cells.get(cells.size() - 1).compareKey(cell) >= 0) {
                throw in.problem("expected cells in key order");
            }
            cells.add(cell);
        }
        return cells;
    }

    private static Cell readCell(ByteReader in, int firstDay, NamesRead names) {
        int day = readDay(in, firstDay);
        String channel = names.next();
        String kind = names.next();
        String subject = names.next();
        int fields = in.readByte();
        if (fields == 0 || fields >= 1 << FIELDS) {
            throw in.problem("expected a cell with one to six values");
        }
        long[] values = new long[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            if ((fields & 1 << i) != 0) {
                values[i] = in.readSigned();
                if (values[i] == 0) {
                    throw in.problem("expected a value other than 0");
                }
            }
        }
        if (channel.isEmpty() || kind.isEmpty()) {
            throw in.problem("expected a channel and a kind");
        }
        return new Cell(day, channel, kind, subject, values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    private static int readDay(ByteReader in, int firstDay) {
        int dayOfMonth = in.readByte();
        int day = firstDay + dayOfMonth;
        if (dayOfMonth >= DAYS_OF_A_MONTH || Days.monthOf(day) != Days.monthOf(firstDay)) {
            throw in.problem("expected a day of the month, was " + (dayOfMonth + 1));
        }
        return day;
    }

    private static List<DayEvents> readDays(ByteReader in, int firstDay) {
        List<DayEvents> days = new ArrayList<>();
        for (int left = in.readCount(10); left > 0; left--) {
            DayEvents events = readEvents(in, firstDay);
            if (!days.isEmpty() && days.get(days.size() - 1).day >= events.day) {
                throw in.problem("expected days in order");
            }
            days.add(events);
        }
        return days;
    }

    private static DayEvents readEvents(ByteReader in, int firstDay) {
        int day = readDay(in, firstDay);
        int count = in.readCount(8);
        int plain = in.readByte();
        if (count == 0 || plain > 1) {
            throw in.problem("expected a day with events");
        }
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = in.readFixed();
            if (i > 0 && keys[i - 1] >= keys[i]) {
                throw in.problem("expected event keys in order");
            }
        }
        DayEvents events = new DayEvents(day, count);
        for (long key : keys) {
            int multiplicity = plain == 1 ? 1 : in.readInt();
            if (multiplicity == 0) {
                throw in.problem("expected an event that is held");
            }
            events.add(key, multiplicity);
        }
        if (plain == 0 && events.allOnce()) {
            throw in.problem("expected no multiplicities where every event is held once");
        }
        return events;
    }
}
