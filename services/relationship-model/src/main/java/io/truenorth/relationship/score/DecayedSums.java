package io.truenorth.relationship.score;

import static io.truenorth.relationship.model.Dimension.ADVOCACY;
import static io.truenorth.relationship.model.Dimension.CONNECTEDNESS;
import static io.truenorth.relationship.model.Dimension.ENGAGEMENT;
import static io.truenorth.relationship.model.Dimension.MONEY;
import static io.truenorth.relationship.model.Dimension.RECIPROCITY;
import static io.truenorth.relationship.model.Dimension.SENTIMENT;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The decayed sums of a ledger, carried forward day by day, and the score they give at any time from the last day on.
 *
 * <p>Days must be added in order. A sum is valued at the start of the day of its last change and is decayed when next
 * used, so that adding a day costs one step regardless of gaps.
 */
final class DecayedSums {

    private static final int NO_DAY = Integer.MIN_VALUE;

    private final ScoreRules rules;
    private final ScoringModel model;
    private final Map<String, ActiveDays> channels = new TreeMap<>();
    /** The values of {@link #channels} in order, as an array: iterated far more often than changed. */
    private ActiveDays[] channelsInOrder = {};

    private int day = NO_DAY;
    private boolean lastDayIsActive;
    private double outbound;
    private double money;
    private double advocacy;
    private double riskPositive;
    private double riskNegative;
    private long positive;
    private long answered;

    private final long[] contributions = new long[Dimension.values().length];
    private final double[] activeSums;
    /** The weight of each decay at {@link #intoDay}, in ms since the start of the day last read. */
    private final double[] partOfDay;

    private long intoDay;
    private double advocacyMass;
    private double positiveMass;
    private double negativeMass;
    private double detractorRisk;

    /**
     * The customer's decayed active days on one channel, by decay, as of the start of the channel's last active day.
     */
    private static final class ActiveDays {
        private final double[] sums;
        private int day;

        ActiveDays(int decays, int day) {
            this.sums = new double[decays];
            this.day = day;
        }
    }

    DecayedSums(ScoreRules rules) {
        this.rules = rules;
        this.model = rules.model;
        this.activeSums = new double[rules.active.length];
        this.partOfDay = new double[rules.decays.size()];
        Arrays.fill(partOfDay, 1);
    }

    /**
     * Adds all cells of one day, those from index {@code from} up to {@code to}, exclusive. The day must be later than
     * all days added before.
     */
    void add(List<Cell> cells, int from, int to) {
        carryForwardTo(cells.get(from).day());
        lastDayIsActive = false;
        int next = from;
        while (next < to) {
            next = addChannel(cells, next, to);
        }
    }

    /** Returns whether, on the day added last, any channel was active on either side. */
    boolean lastDayIsActive() {
        return lastDayIsActive;
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

    /** Adds the cells of one channel, starting at an index, and returns the index of the next channel. */
    private int addChannel(List<Cell> cells, int first, int to) {
        String channel = cells.get(first).channel();
        boolean customerActive = false;
        boolean brandActive = false;
        int index = first;
        for (; index < to && cells.get(index).channel().equals(channel); index++) {
            Cell cell = cells.get(index);
            KindRule kind = rules.kind(cell.kind());
            customerActive |= CellValue.isActive(cell, kind);
            brandActive |= CellValue.isActiveOfTheBrand(cell, kind);
            addValues(cell, kind);
        }
        if (customerActive) {
            addActiveDay(channel);
        }
        if (brandActive) {
            outbound += 1;
        }
        lastDayIsActive |= customerActive || brandActive;
        return index;
    }

    private void addValues(Cell cell, KindRule kind) {
        money += (double) CellValue.money(cell, kind);
        advocacy += CellValue.advocacyPoints(cell, kind);
        if (CellValue.isOfTheBrandAlone(cell)) {
            return;
        }
        answered = Math.addExact(answered, cell.negative());
        riskNegative += cell.negative();
        if (kind.isEngaging()) {
            positive = Math.addExact(positive, cell.positive());
            answered = Math.addExact(answered, Math.addExact(cell.positive(), cell.neutral()));
            riskPositive += cell.positive();
        }
    }

    private void addActiveDay(String channel) {
        ActiveDays active = channels.get(channel);
        if (active == null) {
            active = new ActiveDays(rules.active.length, day);
            channels.put(channel, active);
            channelsInOrder = channels.values().toArray(ActiveDays[]::new);
        }
        for (int i = 0; i < active.sums.length; i++) {
            active.sums[i] = active.sums[i] * rules.active[i].ofDays(day - active.day) + 1;
        }
        active.day = day;
    }

    /** Reads the score at the start of a day, which must not be before the last day added. */
    void readAtStartOf(int today) {
        read(Days.start(today));
    }

    /** Reads the score at a time (epoch ms) not before the start of the last day added. */
    void read(long t) {
        int today = Days.of(t);
        moveInto(t - Days.start(today));
        double connected = sumActiveDays(today);
        double both = activeSums[rules.reciprocityDecay];
        double brand = decayed(outbound, rules.reciprocity(), today);
        double engaged = engagement();
        advocacyMass = decayed(advocacy, rules.advocacy, today);
        detractorRisk = risk(today);

        contribute(ENGAGEMENT, engaged);
        contribute(
                MONEY,
                Saturation.of(decayed(money, rules.money, today), model.money().k()));
        contribute(CONNECTEDNESS, Saturation.of(connected, model.connectedness().k()));
        contribute(
                RECIPROCITY,
                2 * Math.min(both, brand) / (both + brand + model.reciprocity().k()));
        contribute(SENTIMENT, engaged * shareOfPraise());
        contribute(ADVOCACY, Saturation.of(advocacyMass, model.advocacy().k()));
    }

    /** Cached, since nearly all reads are at the start of a day and most others at one and the same time of day. */
    private void moveInto(long millis) {
        if (millis != intoDay) {
            intoDay = millis;
            for (Decay decay : rules.decays) {
                partOfDay[decay.index] = decay.ofMillis(millis);
            }
        }
    }

    /** Returns the weight of a decay for the time of day last read, without its whole days. */
    double partOfDay(Decay decay) {
        return partOfDay[decay.index];
    }

    /** Fills {@link #activeSums} and returns the saturated sum over the channels, for connectedness. */
    private double sumActiveDays(int today) {
        for (int i = 0; i < activeSums.length; i++) {
            activeSums[i] = 0;
        }
        double connected = 0;
        for (ActiveDays active : channelsInOrder) {
            for (int i = 0; i < activeSums.length; i++) {
                Decay decay = rules.active[i];
                double sum = active.sums[i] * decay.ofDays(today - active.day) * partOfDay[decay.index];
                activeSums[i] += sum;
                if (i == rules.connectednessDecay) {
                    connected += Saturation.of(sum, model.connectedness().channelK());
                }
            }
        }
        return connected;
    }

    private double decayed(double sum, Decay decay, int today) {
        return sum == 0 ? 0 : sum * decay.ofDays(today - day) * partOfDay[decay.index];
    }

    private double engagement() {
        double sum = 0;
        for (int decay : rules.engagementDecays) {
            sum += engagement(decay);
        }
        return sum / rules.engagementDecays.length;
    }

    /** Returns the saturated active days of one half-life, as last read. */
    double engagement(int decay) {
        return Saturation.of(activeSums[decay], model.engagement().k());
    }

    /**
     * The share of positive sentiment, with the prior. Counts are at least 0, as retractions may exceed what was
     * counted.
     */
    private double shareOfPraise() {
        long n = Math.max(0, answered);
        long p = Math.min(Math.max(0, positive), n);
        double strength = model.sentiment().strength();
        return (p + strength * model.sentiment().mean()) / (n + strength);
    }

    private double risk(int today) {
        negativeMass = Math.max(0, decayed(riskNegative, rules.risk, today));
        positiveMass = Math.max(0, decayed(riskPositive, rules.risk, today));
        return negativeMass / (positiveMass + negativeMass + model.risk().k());
    }

    private void contribute(Dimension dimension, double value) {
        contributions[dimension.ordinal()] = (long) Math.floor(rules.maxima[dimension.ordinal()] * value);
    }

    /** Returns the score as last read, in micro-points. */
    long score() {
        long sum = 0;
        for (long contribution : contributions) {
            sum += contribution;
        }
        return sum;
    }

    Contributions contributions() {
        return Contributions.of(contributions);
    }

    double advocacyMass() {
        return advocacyMass;
    }

    double detractorRisk() {
        return detractorRisk;
    }

    /** Returns whether the risk, as last read, makes the customer a detractor. */
    boolean isDetractor() {
        return detractorRisk >= model.risk().detractorAt();
    }

    /**
     * Returns the share of the positive and negative masses, as last read, that must remain for the customer to stay a
     * detractor; in (0, 1] for a detractor.
     */
    double shareThatKeepsADetractor() {
        double limit = model.risk().detractorAt();
        return limit * model.risk().k() / (negativeMass - limit * (positiveMass + negativeMass));
    }
}
