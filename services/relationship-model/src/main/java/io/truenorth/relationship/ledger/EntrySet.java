package io.truenorth.relationship.ledger;

import java.util.function.IntPredicate;

/**
 * The entries of a ledger with their categories, and the two rules on them: which of two entries of one key takes
 * precedence, and which entries count (see {@link RelationshipLedger}).
 */
final class EntrySet {

    private static final Sentiment[] SENTIMENTS = Sentiment.values();

    final Categories categories;
    final Entries entries;

    EntrySet() {
        categories = new Categories();
        entries = new Entries(4);
    }

    private EntrySet(Categories categories, Entries entries) {
        this.categories = categories;
        this.entries = entries;
    }

    EntrySet copy() {
        return new EntrySet(new Categories(categories), new Entries(entries));
    }

    /** Adds the first entry of its key, at the index that {@link Entries#find} returned. */
    void insert(int index, Touch touch) {
        entries.insert(index, touch.day(), touch.eventKey());
        set(index, touch);
    }

    /** Replaces an entry by another of the same key if that takes precedence; returns whether it does. */
    boolean replace(int index, Touch touch) {
        boolean replaces = takesPrecedence(touch, index);
        if (replaces) {
            set(index, touch);
        }
        return replaces;
    }

    void add(Touch touch) {
        int index = entries.find(touch.day(), touch.eventKey());
        if (index < 0) {
            insert(-index - 1, touch);
        } else {
            replace(index, touch);
        }
    }

    /** Adds an entry by its fields, as {@link #add(Touch)} does. */
    void add(int day, long key, int category, int details, long value, int revision) {
        int index = entries.find(day, key);
        if (index < 0) {
            entries.insert(-index - 1, day, key);
            entries.set(-index - 1, category, details, value, revision);
            updateCounts(-index - 1);
        } else {
            replace(index, touch(day, key, category, details, value, revision));
        }
    }

    private void set(int index, Touch touch) {
        Category category = touch.category();
        if (category == null) {
            entries.set(index, 0, Entries.RETRACTED, 0, 0);
        } else {
            int details = touch.sentiment().ordinal() | (touch.direction() == Direction.OUTBOUND ? Entries.OUTBOUND : 0);
            entries.set(index, categories.indexOf(category), details, touch.valueMinor(), touch.revision());
        }
        updateCounts(index);
    }

    private boolean takesPrecedence(Touch touch, int index) {
        Category category = touch.category();
        if (entries.has(index, Entries.RETRACTED) || category == null) {
            return !entries.has(index, Entries.RETRACTED);
        }
        if (touch.revision() != entries.revisions[index]) {
            return touch.revision() > entries.revisions[index];
        }
        int order = category.compareUtf8(categories.get(entries.categories[index]));
        if (order == 0) {
            order = Boolean.compare(touch.direction() == Direction.OUTBOUND, entries.has(index, Entries.OUTBOUND));
        }
        if (order == 0) {
            order = touch.sentiment().ordinal() - (entries.details[index] & Entries.SENTIMENT);
        }
        return order != 0 ? order < 0 : touch.valueMinor() < entries.values[index];
    }

    /** Updates which entries of an id count: the one of this index, and those of the days before and after. */
    void updateCounts(int index) {
        int day = entries.days[index];
        long key = entries.keys[index];
        int before = entries.find(day - 1, key);
        int after = entries.find(day + 1, key);
        updateCount(index, before, after);
        if (before >= 0) {
            updateCount(before, entries.find(day - 2, key), index);
        }
        if (after >= 0) {
            updateCount(after, index, entries.find(day + 2, key));
        }
    }

    private void updateCount(int index, int before, int after) {
        boolean counts = !entries.has(index, Entries.RETRACTED)
                && before < 0
                && !(after >= 0 && entries.has(after, Entries.RETRACTED));
        int others = entries.details[index] & ~Entries.COUNTS;
        entries.details[index] = (byte) (counts ? others | Entries.COUNTS : others);
    }

    Touch touch(int index) {
        return touch(
                entries.days[index],
                entries.keys[index],
                entries.categories[index],
                entries.details[index],
                entries.values[index],
                entries.revisions[index]);
    }

    private Touch touch(int day, long key, int category, int details, long value, int revision) {
        boolean retracted = (details & Entries.RETRACTED) != 0;
        return new Touch(
                key,
                day,
                retracted ? null : categories.get(category),
                (details & Entries.OUTBOUND) == 0 ? Direction.INBOUND : Direction.OUTBOUND,
                retracted ? Sentiment.NONE : SENTIMENTS[details & Entries.SENTIMENT],
                value,
                revision);
    }

    /** Removes the entries before a day. */
    void removeBefore(int day) {
        entries.remove(0, entries.firstFrom(day));
        for (int i = 0; i < entries.size && entries.days[i] <= day + 1; i++) {
            updateCounts(i);
        }
    }

    /** Removes the entries, by their index, that meet a condition. */
    void removeIf(IntPredicate condition) {
        for (int i = entries.size - 1; i >= 0; i--) {
            if (condition.test(i)) {
                entries.remove(i, i + 1);
            }
        }
    }
}
