package io.truenorth.relationship.ledger;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a ledger with their categories, and the two rules on them: which of two entries of one key takes
 * precedence, and which entries count (see {@link RelationshipLedger}).
 */
final class EntrySet {

    /** The kind under which a machine's reaction counts. */
    private static final String AUTOMATED = "automated";

    private static final Sentiment[] SENTIMENTS = Sentiment.values();

    final Categories categories;
    final Entries entries;
    private final long window;
    /** Whether what is added belongs to the tail: {@link Entries#TAIL} or 0. */
    private int origin = Entries.TAIL;

    private int earliestChange = Integer.MAX_VALUE;

    /** @param window the longest time from a delivery to the reaction of a machine, in ms */
    EntrySet(long window) {
        this(new Categories(), new Entries(4), window);
    }

    private EntrySet(Categories categories, Entries entries, long window) {
        this.categories = categories;
        this.entries = entries;
        this.window = window;
    }

    EntrySet copy() {
        return new EntrySet(new Categories(categories), new Entries(entries), window);
    }

    /** Sets whether what is added from now on is in a stored block. */
    void addsFromBlock(boolean fromBlock) {
        origin = fromBlock ? 0 : Entries.TAIL;
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

    /**
     * Adds an entry by its fields, as {@link #add(Touch)} does.
     *
     * @param message ignored without {@link Entries#MESSAGE} in {@code details}
     */
    void add(int day, long key, int category, int details, long value, int revision, long message, int millisOfDay) {
        int index = entries.find(day, key);
        if (index < 0) {
            entries.insert(-index - 1, day, key);
            set(-index - 1, category, details, value, revision, message, millisOfDay);
        } else {
            replace(index, touch(day, key, category, details, value, revision, message, millisOfDay));
        }
    }

    private void set(int index, Touch touch) {
        Category category = touch.category();
        if (category == null) {
            set(index, 0, Entries.RETRACTED, 0, 0, 0, 0);
            return;
        }
        Message message = touch.message();
        int details = touch.sentiment().ordinal()
                | (touch.direction() == Direction.OUTBOUND ? Entries.OUTBOUND : 0)
                | (message == null ? 0 : Entries.MESSAGE);
        set(
                index,
                categories.indexOf(category),
                details,
                touch.valueMinor(),
                touch.revision(),
                message == null ? 0 : message.key(),
                message == null ? 0 : message.millisOfDay());
    }

    private void set(int index, int category, int details, long value, int revision, long message, int millisOfDay) {
        boolean delivered = entries.has(index, Entries.MESSAGE) && entries.has(index, Entries.OUTBOUND);
        entries.set(index, category, details | origin, value, revision);
        changed(entries.days[index]);
        if ((details & Entries.MESSAGE) != 0) {
            entries.setMessage(index, message, millisOfDay);
        }
        updateCounts(index);
        if (delivered) {
            new AutomatedReactions(this, window).updateDay(entries.days[index]);
        }
        updateReactions(index);
    }

    private void updateReactions(int index) {
        if (entries.has(index, Entries.MESSAGE)) {
            new AutomatedReactions(this, window).update(index);
        }
    }

    /** Sets whether a reaction is a machine's. The category under which it counts then is added beforehand. */
    void setAutomated(int index, boolean automated) {
        setDetail(index, Entries.AUTOMATED, automated);
        if (automated) {
            automatedCategory(index);
        }
    }

    /** Returns the index of the category under which an entry counts. */
    int countedCategory(int index) {
        return entries.has(index, Entries.AUTOMATED) ? automatedCategory(index) : entries.categories[index];
    }

    private int automatedCategory(int index) {
        Category own = categories.get(entries.categories[index]);
        return categories.indexOf(Category.of(own.channel(), AUTOMATED, own.subject()));
    }

    private boolean takesPrecedence(Touch touch, int index) {
        Category category = touch.category();
        if (entries.has(index, Entries.RETRACTED) || category == null) {
            return !entries.has(index, Entries.RETRACTED);
        }
        if (touch.revision() != entries.revision(index)) {
            return touch.revision() > entries.revision(index);
        }
        int order = category.compareUtf8(categories.get(entries.categories[index]));
        if (order == 0) {
            order = Boolean.compare(touch.direction() == Direction.OUTBOUND, entries.has(index, Entries.OUTBOUND));
        }
        if (order == 0) {
            order = touch.sentiment().ordinal() - (entries.details[index] & Entries.SENTIMENT);
        }
        if (order == 0) {
            order = Long.compare(touch.valueMinor(), entries.values[index]);
        }
        return order != 0 ? order < 0 : precedes(touch.message(), index);
    }

    /** Without a message comes first, then the smaller key, then the earlier time. */
    private boolean precedes(@Nullable Message message, int index) {
        if (message == null || !entries.has(index, Entries.MESSAGE)) {
            return message == null && entries.has(index, Entries.MESSAGE);
        }
        return message.key() != entries.messages[index]
                ? message.key() < entries.messages[index]
                : message.millisOfDay() < entries.times[index];
    }

    /** Updates which entries of an id count: the one of this index, and those of the days before and after. */
    private void updateCounts(int index) {
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
        setDetail(index, Entries.COUNTS, counts);
    }

    private void setDetail(int index, int bit, boolean set) {
        if (entries.has(index, bit) != set) {
            entries.details[index] ^= (byte) bit;
            changed(entries.days[index]);
        }
    }

    private void changed(int day) {
        earliestChange = Math.min(earliestChange, day);
    }

    /** Returns the earliest day that changed since the last call; {@link Integer#MAX_VALUE} if none did. */
    int takeEarliestChange() {
        int earliest = earliestChange;
        earliestChange = Integer.MAX_VALUE;
        return earliest;
    }

    Touch touch(int index) {
        boolean hasMessage = entries.has(index, Entries.MESSAGE);
        return touch(
                entries.days[index],
                entries.keys[index],
                entries.categories[index],
                entries.details[index],
                entries.values[index],
                entries.revision(index),
                hasMessage ? entries.messages[index] : 0,
                hasMessage ? entries.times[index] : 0);
    }

    /** Returns an entry under the category under which it counts. */
    Touch countedTouch(int index) {
        Touch touch = touch(index);
        return entries.has(index, Entries.AUTOMATED)
                ? new Touch(
                        touch.eventKey(),
                        touch.day(),
                        categories.get(countedCategory(index)),
                        touch.direction(),
                        touch.sentiment(),
                        touch.valueMinor(),
                        touch.revision(),
                        touch.message())
                : touch;
    }

    private Touch touch(
            int day, long key, int category, int details, long value, int revision, long message, int millisOfDay) {
        boolean retracted = (details & Entries.RETRACTED) != 0;
        return new Touch(
                key,
                day,
                retracted ? null : categories.get(category),
                (details & Entries.OUTBOUND) == 0 ? Direction.INBOUND : Direction.OUTBOUND,
                retracted ? Sentiment.NONE : SENTIMENTS[details & Entries.SENTIMENT],
                value,
                revision,
                (details & Entries.MESSAGE) == 0 ? null : new Message(message, millisOfDay));
    }

    long heapBytes() {
        return 400 + entries.heapBytes() + 16L * categories.size();
    }

    /** Removes the entries before a day. */
    void removeBefore(int day) {
        entries.remove(0, entries.firstFrom(day));
        updateAll();
    }

    /** Removes the entries, by their index, that meet a condition. */
    void removeIf(IntPredicate condition) {
        for (int i = entries.size - 1; i >= 0; i--) {
            if (condition.test(i)) {
                entries.remove(i, i + 1);
            }
        }
        updateAll();
    }

    /** Derives anew, after entries were removed, which of the others count and under which category. */
    private void updateAll() {
        changed(Integer.MIN_VALUE);
        for (int i = 0; i < entries.size; i++) {
            updateCounts(i);
            updateReactions(i);
        }
    }
}
