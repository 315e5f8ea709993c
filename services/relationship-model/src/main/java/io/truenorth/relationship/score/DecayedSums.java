package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.model.KindRule;
import java.util.Arrays;

/**
 * The decayed sums of a ledger, carried forward day by day; {@link ScoreReading} gives their score.
 *
 * <p>Days must be added in order. A sum is valued at the start of the day of its last change and is decayed when next
 * used, so that adding a day costs one step regardless of gaps.
 *
 * <p>The sums stand in arrays by slot ({@link SumSlots}): {@code active} has, for each channel, its active days by each
 * decay of {@link ScoreRules#active}; {@code masses} has, for each kind on a channel, its shares of active days by each
 * of these decays, then its money, then its advocacy points; {@code subjectMasses} has the advocacy points of each
 * subject. What lies beyond the end of an array is 0.
 */
final class DecayedSums {

    /** The day of sums to which no day was added: before all days. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private final ScoreRules rules;
    final SumSlots slots;

    private double[] active;
    /** The days of the last changes, as are {@code kindDays} and {@code subjectDays}, plus one; 0 before the first. */
    private int[] channelDays;

    private double[] masses;
    private int[] kindDays;
    private double[] subjectMasses;
    private int[] subjectDays;

    int day = NO_DAY;
    boolean lastDayIsActive;
    double outbound;
    double money;
    double advocacy;
    double riskPositive;
    double riskNegative;
    long positive;
    long answered;

    /** The kinds active on the channel being added. */
    private int[] activeKinds;

    DecayedSums(ScoreRules rules) {
        this.rules = rules;
        slots = new SumSlots(rules);
        active = new double[2 * rules.active.length];
        channelDays = new int[2];
        masses = new double[4 * rules.massCount()];
        kindDays = new int[4];
        subjectMasses = new double[0];
        subjectDays = new int[0];
        activeKinds = new int[4];
    }

    /** Creates independent sums of the same ledger. */
    DecayedSums(DecayedSums other) {
        rules = other.rules;
        slots = other.slots;
        active = other.active.clone();
        channelDays = other.channelDays.clone();
        masses = other.masses.clone();
        kindDays = other.kindDays.clone();
        subjectMasses = other.subjectMasses.clone();
        subjectDays = other.subjectDays.clone();
        day = other.day;
        lastDayIsActive = other.lastDayIsActive;
        outbound = other.outbound;
        money = other.money;
        advocacy = other.advocacy;
        riskPositive = other.riskPositive;
        riskNegative = other.riskNegative;
        positive = other.positive;
        answered = other.answered;
        activeKinds = new int[4];
    }

    /** Adds the cells of one day, which must be later than all days added before. */
    void add(DayCells cells) {
        lastDayIsActive = false;
        add(cells, 0, cells.size());
    }

    /**
     * Adds some cells of a day, which must not be before a day added before: those of whole channels, or the first ones of a
     * channel.
     *
     * @param first the first cell
     * @param end the cell after the last one
     */
    void add(DayCells cells, int first, int end) {
        carryForwardTo(cells.day());
        int next = first;
        while (next < end) {
            next = addChannel(cells, next, end);
        }
    }

    private void carryForwardTo(int today) {
        int days = day == NO_DAY ? 0 : today - day;
        outbound *= rules.reciprocity().ofDays(days);
        money *= rules.money.ofDays(days);
        advocacy *= rules.advocacy.ofDays(days);
        riskPositive *= rules.risk.ofDays(days);
        riskNegative *= rules.risk.ofDays(days);
        day = today;
    }

    /** Adds the cells of one channel, starting at an index and up to an end, and returns the index of the next channel. */
    private int addChannel(DayCells cells, int first, int end) {
        int channel = slots.channelOf(slots.kindOf(cells, first));
        int activeCount = 0;
        boolean brandActive = false;
        int index = first;
        for (; index < end; index++) {
            int kind = slots.kindOf(cells, index);
            if (slots.channelOf(kind) != channel) {
                break;
            }
            KindRule rule = slots.ruleOf(kind);
            // Cells of one kind are adjacent; they differ in their subject.
            if (CellValue.isActive(cells, index, rule) && (activeCount == 0 || activeKinds[activeCount - 1] != kind)) {
                activeCount = addActiveKind(activeCount, kind);
            }
            brandActive |= CellValue.isActiveOfTheBrand(cells, index, rule);
            addValues(cells, index, rule, kind);
        }
        if (activeCount > 0) {
            addActiveDay(channel);
            shareActiveDay(activeCount);
        }
        if (brandActive) {
            outbound += 1;
        }
        lastDayIsActive |= activeCount > 0 || brandActive;
        return index;
    }

    private int addActiveKind(int count, int kind) {
        if (count == activeKinds.length) {
            activeKinds = Arrays.copyOf(activeKinds, 2 * count);
        }
        activeKinds[count] = kind;
        return count + 1;
    }

    private void addValues(DayCells cells, int cell, KindRule rule, int kind) {
        long amount = CellValue.money(cells, cell, rule);
        double points = CellValue.advocacyPoints(cells, cell, rule);
        money += (double) amount;
        advocacy += points;
        if (amount > 0) {
            carryKindForward(kind);
            masses[kind * rules.massCount() + rules.moneyMass()] += (double) amount;
        }
        if (points > 0) {
            carryKindForward(kind);
            masses[kind * rules.massCount() + rules.advocacyMass()] += points;
            addToSubject(slots.subjectOf(cells, cell), points);
        }
        if (CellValue.isOfTheBrandAlone(cells, cell)) {
            return;
        }
        answered = Math.addExact(answered, cells.negative(cell));
        riskNegative += cells.negative(cell);
        if (rule.isEngaging()) {
            positive = Math.addExact(positive, cells.positive(cell));
            answered = Math.addExact(answered, Math.addExact(cells.positive(cell), cells.neutral(cell)));
            riskPositive += cells.positive(cell);
        }
    }

    private void addToSubject(int subject, double points) {
        if (subject >= subjectDays.length) {
            subjectMasses = Arrays.copyOf(subjectMasses, subject + 1);
            subjectDays = Arrays.copyOf(subjectDays, subject + 1);
        }
        subjectMasses[subject] = subjectMass(subject, day) + points;
        subjectDays[subject] = day + 1;
    }

    private void addActiveDay(int channel) {
        int decays = rules.active.length;
        if (channel >= channelDays.length) {
            active = Arrays.copyOf(active, 2 * channel * decays);
            channelDays = Arrays.copyOf(channelDays, 2 * channel);
        }
        for (int i = 0; i < decays; i++) {
            active[channel * decays + i] = activeDays(channel, i, day) + 1;
        }
        channelDays[channel] = day + 1;
    }

    /** Shares an active day of a channel equally among the kinds active on it. */
    private void shareActiveDay(int count) {
        double share = 1.0 / count;
        for (int i = 0; i < count; i++) {
            int kind = activeKinds[i];
            carryKindForward(kind);
            for (int decay = 0; decay < rules.active.length; decay++) {
                masses[kind * rules.massCount() + decay] += share;
            }
        }
    }

    /** Decays the masses of a kind to the day being added. */
    private void carryKindForward(int kind) {
        int width = rules.massCount();
        if (kind >= kindDays.length) {
            masses = Arrays.copyOf(masses, 2 * kind * width);
            kindDays = Arrays.copyOf(kindDays, 2 * kind);
        }
        for (int i = 0; i < width && kindDays[kind] != day + 1; i++) {
            masses[kind * width + i] = mass(kind, i, day);
        }
        kindDays[kind] = day + 1;
    }

    /** Returns the active days of a channel by a decay of {@link ScoreRules#active}, at the start of a day. */
    double activeDays(int channel, int decay, int today) {
        return channel < channelDays.length && channelDays[channel] > 0
                ? active[channel * rules.active.length + decay]
                        * rules.active[decay].ofDays(today - channelDays[channel] + 1)
                : 0;
    }

    /** Returns a mass of a kind at the start of a day. */
    double mass(int kind, int mass, int today) {
        if (kind >= kindDays.length || masses[kind * rules.massCount() + mass] == 0) {
            return 0;
        }
        return masses[kind * rules.massCount() + mass] * rules.mass(mass).ofDays(today - kindDays[kind] + 1);
    }

    /** Returns the advocacy points of a subject at the start of a day. */
    double subjectMass(int subject, int today) {
        return subject < subjectDays.length && subjectDays[subject] > 0
                ? subjectMasses[subject] * rules.advocacy.ofDays(today - subjectDays[subject] + 1)
                : 0;
    }

    /** Returns the approximate heap size, in bytes. */
    int heapBytes() {
        return 200
                + Double.BYTES * (active.length + masses.length + subjectMasses.length)
                + Integer.BYTES * (channelDays.length + kindDays.length + subjectDays.length)
                + 64 * (slots.channels.size() + slots.kinds.size() + slots.subjects.size());
    }
}
