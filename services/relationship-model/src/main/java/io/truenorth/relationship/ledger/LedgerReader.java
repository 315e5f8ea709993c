package io.truenorth.relationship.ledger;

import java.util.BitSet;

/** Reads version 2 of the {@link LedgerFormat} into a ledger. */
final class LedgerReader {

    private final ByteReader in;
    private final RelationshipLedger ledger;
    /** The index of each category in the ledger, by its index in the input. */
    private int[] categories = {};

    private int used;
    private long message;
    private int millisOfDay;

    LedgerReader(ByteReader in, RelationshipLedger ledger) {
        this.in = in;
        this.ledger = ledger;
    }

    /** Reads everything after the version. */
    void read() {
        readCategories();
        readDays();
        readEarlier();
        in.expectEnd();
    }

    private void readCategories() {
        NamesRead names = NamesRead.from(in);
        categories = new int[in.readCount(3)];
        BitSet read = new BitSet();
        for (int i = 0; i < categories.length; i++) {
            String channel = names.next();
            String kind = names.next();
            String subject = names.next();
            if (channel.isEmpty() || kind.isEmpty()) {
                throw in.problem("expected a channel and a kind");
            }
            categories[i] = ledger.set().categories.indexOf(Category.of(channel, kind, subject));
            if (read.get(categories[i])) {
                throw in.problem("expected every category once");
            }
            read.set(categories[i]);
        }
        names.expectAllUsed();
    }

    private void readDays() {
        int day = 0;
        int days = in.readCount(11);
        for (int i = 0; i < days; i++) {
            day = i == 0 ? in.readDay() : dayAfter(day);
            readEntries(day);
        }
        if (used < categories.length) {
            throw in.problem(
                    "expected entries that use all " + categories.length + " categories, but " + used + " are used");
        }
    }

    private int dayAfter(int day) {
        long next = day + in.readUnsigned();
        if (next <= day || next > ByteReader.LAST_DAY) {
            throw in.problem("expected days in order");
        }
        return (int) next;
    }

    private void readEntries(int day) {
        int count = in.readCount(9);
        if (count == 0) {
            throw in.problem("expected a day with entries");
        }
        long before = 0;
        for (int i = 0; i < count; i++) {
            long key = in.readFixed();
            if (i > 0 && key <= before) {
                throw in.problem("expected event keys in order");
            }
            readEntry(day, key);
            before = key;
        }
    }

    private void readEntry(int day, long key) {
        int details = in.readByte();
        if (details == Entries.RETRACTED) {
            add(day, key, 0, Entries.RETRACTED, 0, 0);
            return;
        }
        if ((details & ~LedgerFormat.DETAILS) != 0) {
            throw in.problem("expected the details of an entry, was " + details);
        }
        int category = readCategory();
        long money = (details & LedgerFormat.MONEY) == 0 ? 0 : in.readSigned();
        long revision = (details & LedgerFormat.REVISION) == 0 ? 0 : in.readUnsigned();
        if (((details & LedgerFormat.MONEY) != 0 && money == 0)
                || ((details & LedgerFormat.REVISION) != 0 && (revision <= 0 || revision > Integer.MAX_VALUE))) {
            throw in.problem("expected money other than 0 and a positive revision of 32 bits");
        }
        int content = details & LedgerFormat.CONTENT;
        if ((details & LedgerFormat.MESSAGE) != 0) {
            message = in.readFixed();
            millisOfDay = readMillisOfDay();
            content |= Entries.MESSAGE;
        }
        add(day, key, category, content, money, (int) revision);
    }

    private int readCategory() {
        long index = in.readUnsigned();
        if (index < 0 || index > used || index >= categories.length) {
            throw in.problem(
                    "expected one of the " + categories.length + " categories in the order of first use, was " + index);
        }
        used = Math.max(used, (int) index + 1);
        return categories[(int) index];
    }

    private int readMillisOfDay() {
        long millis = in.readUnsigned();
        if (millis < 0 || millis >= Days.MILLIS) {
            throw in.problem("expected a time within a day, was " + millis + " ms");
        }
        return (int) millis;
    }

    private void add(int day, long key, int category, int details, long value, int revision) {
        if (!ledger.isOfVersion1(day, key)) {
            ledger.set().add(day, key, category, details, value, revision, message, millisOfDay);
        }
    }

    private void readEarlier() {
        EarlierMonth before = null;
        for (int left = in.readCount(1); left > 0; left--) {
            EarlierMonth earlier = EarlierMonthFormat.read(in.readPart());
            if (before != null && before.compareTo(earlier) >= 0) {
                throw in.problem("expected earlier months in order");
            }
            ledger.add(earlier);
            before = earlier;
        }
    }
}
