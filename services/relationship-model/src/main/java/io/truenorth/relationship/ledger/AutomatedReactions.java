package io.truenorth.relationship.ledger;

/**
 * Finds the reactions of machines: a touch by the customer within a time of the delivery of the same message, on the same
 * channel. Mail scanners follow every link of a mail as it arrives. Derived from the set of entries, so that it does not
 * matter which of both arrives first.
 */
final class AutomatedReactions {

    private final EntrySet set;
    private final Entries entries;
    private final long window;

    /**
     * Creates the rule.
     *
     * @param window the longest time from a delivery to the reaction of a machine, in ms; 0 if no reaction is automated
     */
    AutomatedReactions(EntrySet set, long window) {
        this.set = set;
        this.entries = set.entries;
        this.window = window;
    }

    /** Updates the reactions that an entry concerns: itself, or those to the message that it delivers. */
    void update(int index) {
        if (window == 0 || !entries.has(index, Entries.MESSAGE)) {
            return;
        }
        if (!entries.has(index, Entries.OUTBOUND)) {
            updateReaction(index);
            return;
        }
        int end = entries.firstFrom(entries.days[index] + 2);
        for (int i = entries.firstFrom(entries.days[index]); i < end; i++) {
            if (isReaction(i) && isSameMessage(i, index)) {
                updateReaction(i);
            }
        }
    }

    /** Updates every reaction that a delivery of a day may concern, as it is no more. */
    void updateDay(int day) {
        int end = entries.firstFrom(day + 2);
        for (int i = entries.firstFrom(day); i < end; i++) {
            if (isReaction(i)) {
                updateReaction(i);
            }
        }
    }

    private void updateReaction(int reaction) {
        boolean automated = false;
        int end = entries.firstFrom(entries.days[reaction] + 1);
        for (int i = entries.firstFrom(entries.days[reaction] - 1); i < end && !automated; i++) {
            automated = entries.has(i, Entries.MESSAGE)
                    && entries.has(i, Entries.OUTBOUND)
                    && isSameMessage(i, reaction)
                    && isWithinWindow(i, reaction);
        }
        set.setAutomated(reaction, automated);
    }

    private boolean isReaction(int index) {
        return entries.has(index, Entries.MESSAGE) && !entries.has(index, Entries.OUTBOUND);
    }

    private boolean isSameMessage(int one, int other) {
        return entries.messages[one] == entries.messages[other]
                && set.categories
                        .get(entries.categories[one])
                        .channel()
                        .equals(set.categories.get(entries.categories[other]).channel());
    }

    private boolean isWithinWindow(int delivery, int reaction) {
        long after = time(reaction) - time(delivery);
        return after >= 0 && after <= window;
    }

    private long time(int index) {
        return Days.start(entries.days[index]) + entries.times[index];
    }
}
