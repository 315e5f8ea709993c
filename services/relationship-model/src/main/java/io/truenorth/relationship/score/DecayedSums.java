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
 * The decayed sums of a ledger, carried forward day by day, and the score they give at any moment from the last day on.
 *
 * <p>Days are added in order. Sums stand as of the start of the day they were last changed on, and are decayed when they
 * are next used, so that a replay of all days costs one step a day.
 */
final class DecayedSums {

    private static final int NO_DAY = Integer.MIN_VALUE;

    private final ScoreRules rules;
    private final ScoringModel model;
    private final Map<String, ActiveDays> channels = new TreeMap<>();
    /** Those of {@link #channels} in their order, which is gone through far more often than it changes. */
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
    /** What each decay leaves at {@link #intoDay}, a time in ms since the start of the day that was read last. */
    private final double[] partOfDay;

    private long intoDay;
    private double advocacyMass;
    private double positiveMass;
    private double negativeMass;
    private double detractorRisk;

    /** The decayed active days of the customer on one channel, by decay, as of the start of their last day. */
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

    /** Adds all cells of one day, which is later than every day before: those from an index on, up to another. */
    void add(List<Cell> cells, int from, int to) {
        carryForwardTo(cells.get(from).day());
        lastDayIsActive = false;
        int next = from;
        while (next < to) {
            next = addChannel(cells, next, to);
        }
    }

    /** Whether a channel was active, on either side, on the day that was added last. */
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

    /** Adds the cells of one channel from an index on and tells where the next channel begins. */
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

    /** Reads the score at the start of a day, none of the days added being later. */
    void readAtStartOf(int today) {
        read(Days.start(today));
    }

    /** Reads the score at a moment (epoch ms) not before the start of the last day added. */
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

    /** Nearly all reads are at the start of a day, and most others at one and the same moment. */
    private void moveInto(long millis) {
        if (millis != intoDay) {
            intoDay = millis;
            for (Decay decay : rules.decays) {
                partOfDay[decay.index] = decay.ofMillis(millis);
            }
        }
    }

    /** What a decay leaves of a day's sum at the moment that was read last, its whole days aside. */
    double partOfDay(Decay decay) {
        return partOfDay[decay.index];
    }

    /** Fills {@link #activeSums} and gives the sum of the channels that connectedness saturates. */
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

    /** The saturated active days of one half-life, as last read. */
    double engagement(int decay) {
        return Saturation.of(activeSums[decay], model.engagement().k());
    }

    /** Positive among all answers, with the prior; taken back more than was said, counts stay at 0. */
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

    /** The score as last read, in micro-points. */
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

    /** Whether the risk, as last read, makes the customer a detractor. */
    boolean isDetractor() {
        return detractorRisk >= model.risk().detractorAt();
    }

    /**
     * The share of itself that what was said must keep, as it decays from the moment that was read last, for the customer
     * to stay a detractor; in (0, 1] for one who is.
     */
    double shareThatKeepsADetractor() {
        double limit = model.risk().detractorAt();
        return limit * model.risk().k() / (negativeMass - limit * (positiveMass + negativeMass));
    }
}
