package io.truenorth.relationship.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The binary format of ledgers, and of parts of them, version 2.
 *
 * <pre>
 * ledger   = 2,
 *            count of names, { UTF-8 length, UTF-8 },            in the order of their first use
 *            count of categories, { channel, kind, subject },    indexes of names, in the order of their first use
 *            count of days, { day, count of entries, { entry } },      by day, then key
 *            count of earlier months, { length, month of version 1 }   by number, then bytes
 * day      = the first one signed, the others as the difference from the day before
 * entry    = key, details, [ category ], [ valueMinor (signed) ], [ revision ], [ message, ms of the day ]
 * </pre>
 *
 * <p>Numbers are of variable length, except that the keys of events and messages take eight bytes, the version and {@code
 * details} one. {@code details} is 8 for a retraction, which has no content. Otherwise its bits are: 0 and 1 the sentiment
 * (0 negative, 1 neutral, 2 positive, 3 none), 2 whether the touch is by the brand, 4 whether money follows, 5 whether a
 * revision follows, 6 whether a message follows. The format is canonical: each content has exactly one encoding, and the
 * reader rejects any other.
 */
final class LedgerFormat {

    static final int MONEY = 16;
    static final int REVISION = 32;
    static final int MESSAGE = 64;
    static final int CONTENT = Entries.SENTIMENT | Entries.OUTBOUND;
    static final int DETAILS = CONTENT | MONEY | REVISION | MESSAGE;

    private static final int VERSION = 2;

    private final EntrySet set;
    private final Entries entries;
    /** The indexes of the entries to write, ascending. */
    private final int[] chosen;
    /** The number of each category in the output, by its index in the ledger, plus one; 0 if it is not used. */
    private final int[] numbers;

    private final ByteWriter out;

    private LedgerFormat(EntrySet set, IntPredicate which) {
        this.set = set;
        this.entries = set.entries;
        this.chosen = choose(which);
        this.numbers = new int[set.categories.size()];
        this.out = new ByteWriter(64 + 14 * chosen.length);
    }

    private int[] choose(IntPredicate which) {
        int[] indexes = new int[entries.size];
        int count = 0;
        for (int i = 0; i < entries.size; i++) {
            if (which.test(i)) {
                indexes[count++] = i;
            }
        }
        return Arrays.copyOf(indexes, count);
    }

    /** Returns the entries that meet a condition on their index, and earlier months. */
    static byte[] write(EntrySet set, IntPredicate which, List<EarlierMonth> earlier) {
        LedgerFormat format = new LedgerFormat(set, which);
        format.out.writeByte(VERSION);
        format.writeCategories();
        format.writeDays();
        format.out.writeUnsigned(earlier.size());
        earlier.forEach(month -> format.out.writeBytes(month.toBytes()));
        return format.out.toBytes();
    }

    private void writeCategories() {
        NameNumbers names = new NameNumbers();
        int[] used = new int[3 * numbers.length];
        int count = 0;
        for (int index : chosen) {
            int category = entries.categories[index];
            if (!entries.has(index, Entries.RETRACTED) && numbers[category] == 0) {
                Category named = set.categories.get(category);
                used[3 * count] = names.of(named.channel());
                used[3 * count + 1] = names.of(named.kind());
                used[3 * count + 2] = names.of(named.subject());
                numbers[category] = ++count;
            }
        }
        out.writeUnsigned(names.size());
        names.names().forEach(out::writeText);
        out.writeUnsigned(count);
        for (int i = 0; i < 3 * count; i++) {
            out.writeUnsigned(used[i]);
        }
    }

    private void writeDays() {
        int days = 0;
        for (int i = 0; i < chosen.length; i = endOfDay(i)) {
            days++;
        }
        out.writeUnsigned(days);
        int before = 0;
        for (int i = 0; i < chosen.length; ) {
            int day = entries.days[chosen[i]];
            if (i == 0) {
                out.writeSigned(day);
            } else {
                out.writeUnsigned(day - before);
            }
            int end = endOfDay(i);
            out.writeUnsigned(end - i);
            for (; i < end; i++) {
                writeEntry(chosen[i]);
            }
            before = day;
        }
    }

    private int endOfDay(int from) {
        int end = from + 1;
        while (end < chosen.length && entries.days[chosen[end]] == entries.days[chosen[from]]) {
            end++;
        }
        return end;
    }

    private void writeEntry(int index) {
        out.writeFixed(entries.keys[index]);
        if (entries.has(index, Entries.RETRACTED)) {
            out.writeByte(Entries.RETRACTED);
            return;
        }
        long money = entries.values[index];
        int revision = entries.revision(index);
        boolean hasMessage = entries.has(index, Entries.MESSAGE);
        out.writeByte((entries.details[index] & CONTENT)
                | (money == 0 ? 0 : MONEY)
                | (revision == 0 ? 0 : REVISION)
                | (hasMessage ? MESSAGE : 0));
        out.writeUnsigned(numbers[entries.categories[index]] - 1L);
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

    /** Adds what was written by any version, a month of version 1 included. */
    static void read(byte[] bytes, RelationshipLedger ledger) {
        ByteReader in = new ByteReader(bytes);
        int version = in.peekByte();
        if (version == EarlierMonthFormat.VERSION) {
            ledger.add(EarlierMonthFormat.read(in));
            return;
        }
        if (version != VERSION) {
            in.readByte();
            throw in.problem("expected version 1 or 2, was " + version);
        }
        in.readByte();
        new LedgerReader(in, ledger).read();
    }
}
