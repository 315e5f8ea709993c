package io.truenorth.relationship.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The binary format of ledgers and their months, version 2.
 *
 * <pre>
 * ledger   = 2, count of months, { length, month }                        months ascending
 * month    = 2, number of the month (signed),
 *            count of names, { UTF-8 length, UTF-8 },                     in the order of their first use
 *            count of categories, { channel, kind, subject },             indexes of names, in the order of first use
 *            count of days, { day of month − 1, count of entries, { entry } },     by day, then key
 *            count of earlier months, { length, month of version 1 }      in the order of their bytes
 * entry    = key, details, [ category ], [ valueMinor (signed) ], [ revision ], [ message, ms of the day ]
 * </pre>
 *
 * <p>Numbers are of variable length, except that the keys of events and messages take eight bytes and days, versions and
 * {@code details} take one.
 * {@code details} is 8 for a retraction, which has no content. Otherwise its bits are: 0 and 1 the sentiment (0 negative,
 * 1 neutral, 2 positive, 3 none), 2 whether the touch is by the brand, 4 whether money follows, 5 whether a revision
 * follows, 6 whether a message follows. The format is canonical: each content has exactly one encoding, and the reader rejects any other.
 */
final class LedgerFormat {

    private static final int VERSION = 2;
    static final int MONEY = 16;
    static final int REVISION = 32;
    static final int MESSAGE = 64;
    static final int CONTENT = Entries.SENTIMENT | Entries.OUTBOUND;
    static final int DETAILS = CONTENT | MONEY | REVISION | MESSAGE;

    private LedgerFormat() {}

    static byte[] write(RelationshipLedger ledger) {
        ByteWriter out = new ByteWriter(256);
        out.writeByte(VERSION);
        out.writeUnsigned(ledger.months().size());
        ledger.months().forEach(month -> out.writeBytes(writeMonth(ledger, month)));
        return out.toBytes();
    }

    static byte[] writeMonth(RelationshipLedger ledger, int month) {
        EntrySet set = ledger.set();
        int from = set.entries.firstFrom(Days.firstOfMonth(month));
        int to = set.entries.firstFrom(Days.firstOfMonth(month + 1));
        ByteWriter out = new ByteWriter(64 + 12 * (to - from));
        out.writeByte(VERSION);
        out.writeSigned(month);
        Map<Integer, Integer> categories = categoriesOf(set.entries, from, to);
        writeCategories(out, set.categories, categories);
        writeDays(out, set.entries, from, to, categories);
        List<EarlierMonth> earlier = ledger.earlier().of(month);
        out.writeUnsigned(earlier.size());
        earlier.forEach(stored -> out.writeBytes(stored.toBytes()));
        return out.toBytes();
    }

    /** Returns the number of each category in the month, by its index in the ledger. */
    private static Map<Integer, Integer> categoriesOf(Entries entries, int from, int to) {
        Map<Integer, Integer> categories = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            if (!entries.has(i, Entries.RETRACTED)) {
                categories.putIfAbsent(entries.categories[i], categories.size());
            }
        }
        return categories;
    }

    private static void writeCategories(ByteWriter out, Categories all, Map<Integer, Integer> used) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int index : used.keySet()) {
            names.putIfAbsent(all.get(index).channel(), names.size());
            names.putIfAbsent(all.get(index).kind(), names.size());
            names.putIfAbsent(all.get(index).subject(), names.size());
        }
        out.writeUnsigned(names.size());
        names.keySet().forEach(out::writeText);
        out.writeUnsigned(used.size());
        for (int index : used.keySet()) {
            out.writeUnsigned(names.getOrDefault(all.get(index).channel(), 0));
            out.writeUnsigned(names.getOrDefault(all.get(index).kind(), 0));
            out.writeUnsigned(names.getOrDefault(all.get(index).subject(), 0));
        }
    }

    private static void writeDays(
            ByteWriter out, Entries entries, int from, int to, Map<Integer, Integer> categories) {
        int days = 0;
        for (int i = from; i < to; i = entries.endOfDay(i)) {
            days++;
        }
        out.writeUnsigned(days);
        int firstDay = from < to ? Days.firstOfMonth(Days.monthOf(entries.days[from])) : 0;
        for (int i = from; i < to; ) {
            int end = entries.endOfDay(i);
            out.writeByte(entries.days[i] - firstDay);
            out.writeUnsigned(end - i);
            for (; i < end; i++) {
                writeEntry(out, entries, i, categories);
            }
        }
    }

    private static void writeEntry(ByteWriter out, Entries entries, int index, Map<Integer, Integer> categories) {
        out.writeFixed(entries.keys[index]);
        if (entries.has(index, Entries.RETRACTED)) {
            out.writeByte(Entries.RETRACTED);
            return;
        }
        long money = entries.values[index];
        int revision = entries.revisions[index];
        boolean hasMessage = entries.has(index, Entries.MESSAGE);
        out.writeByte((entries.details[index] & CONTENT)
                | (money == 0 ? 0 : MONEY)
                | (revision == 0 ? 0 : REVISION)
                | (hasMessage ? MESSAGE : 0));
        out.writeUnsigned(categories.getOrDefault(entries.categories[index], 0));
        if (money != 0) {
            out.writeSigned(money);
        }
        if (revision != 0) {
            out.writeUnsigned(revision);
        }
        if (hasMessage) {
            out.writeFixed(entries.messages[index]);
            out.writeUnsigned(entries.times[index]);
        }
    }

    static RelationshipLedger read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.peekByte() == EarlierMonthFormat.VERSION) {
            in.readByte();
        } else {
            expectVersion(in);
        }
        RelationshipLedger ledger = new RelationshipLedger();
        int before = Integer.MIN_VALUE;
        for (int left = in.readCount(1); left > 0; left--) {
            ByteReader month = in.readPart();
            int number = readMonth(month, ledger);
            if (number <= before) {
                throw month.problem("expected months in order, was month " + number);
            }
            before = number;
        }
        in.expectEnd();
        return ledger;
    }

    /** Adds a month of any version. */
    static void readMonth(byte[] bytes, RelationshipLedger ledger) {
        readMonth(new ByteReader(bytes), ledger);
    }

    private static int readMonth(ByteReader in, RelationshipLedger ledger) {
        int version = in.peekByte();
        if (version == EarlierMonthFormat.VERSION) {
            EarlierMonth month = EarlierMonthFormat.read(in);
            ledger.add(month);
            return month.number();
        }
        expectVersion(in);
        return MonthReader.read(in, ledger);
    }

    private static void expectVersion(ByteReader in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version 1 or 2, was " + version);
        }
    }
}
