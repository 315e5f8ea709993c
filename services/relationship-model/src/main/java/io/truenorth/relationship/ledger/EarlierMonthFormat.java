package io.truenorth.relationship.ledger;

import io.truenorth.relationship.ledger.EarlierMonth.DayKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads version 1 of the binary format of months, which is no longer written.
 *
 * <pre>
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
final class EarlierMonthFormat {

    static final int VERSION = 1;
    private static final int FIELDS = 6;

    private EarlierMonthFormat() {}

    /** Reads one month; the input must be exactly that. */
    static EarlierMonth read(ByteReader in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        int number = in.readMonth();
        int firstDay = Days.firstOfMonth(number);
        NamesRead names = NamesRead.from(in);
        List<Cell> cells = readCells(in, firstDay, names);
        names.expectAllUsed();
        List<DayKeys> days = readDays(in, firstDay);
        in.expectEnd();
        if (cells.isEmpty() && days.isEmpty()) {
            throw in.problem("expected a month with cells or events");
        }
        return new EarlierMonth(in.content(), number, cells, days);
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
        int day = in.readDay(firstDay);
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

    private static List<DayKeys> readDays(ByteReader in, int firstDay) {
        List<DayKeys> days = new ArrayList<>();
        for (int left = in.readCount(10); left > 0; left--) {
            DayKeys events = readEvents(in, firstDay);
            if (!days.isEmpty() && days.get(days.size() - 1).day() >= events.day()) {
                throw in.problem("expected days in order");
            }
            days.add(events);
        }
        return days;
    }

    private static DayKeys readEvents(ByteReader in, int firstDay) {
        int day = in.readDay(firstDay);
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
        boolean allOnce = true;
        for (int i = 0; plain == 0 && i < count; i++) {
            int multiplicity = in.readInt();
            if (multiplicity == 0) {
                throw in.problem("expected an event that is held");
            }
            allOnce &= multiplicity == 1;
        }
        if (plain == 0 && allOnce) {
            throw in.problem("expected no multiplicities where every event is held once");
        }
        return new DayKeys(day, keys);
    }
}
