package io.truenorth.relationship.score;

import static io.truenorth.relationship.model.Dimension.ADVOCACY;
import static io.truenorth.relationship.model.Dimension.CONNECTEDNESS;
import static io.truenorth.relationship.model.Dimension.ENGAGEMENT;
import static io.truenorth.relationship.model.Dimension.MONEY;
import static io.truenorth.relationship.model.Dimension.RECIPROCITY;
import static io.truenorth.relationship.model.Dimension.SENTIMENT;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ChannelSums.KindSums;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decayed sums of a ledger, carried forward day by day, and the score they give at any time from the last day on.
 *
 * <p>Days must be added in order. A sum is valued at the start of the day of its last change and is decayed when next
 * used, so that adding a day costs one step regardless of gaps. An instance belongs to one ledger, whose categories it
 * knows by their index.
 */
final class DecayedSums {

    private static final int NO_DAY = Integer.MIN_VALUE;

    private final ScoreRules rules;
    private final ScoringModel model;
    private final NamedSums<ChannelSums> channels = new NamedSums<>();
    private final NamedSums<SubjectMass> subjects = new NamedSums<>();
    /** The sums of each category of the ledger, by its index. */
    private @Nullable KindSums[] kindOfCategory = new KindSums[8];
    /** The kinds active on the channel being added. */
    private KindSums[] activeKinds = new KindSums[4];

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
    private int lastRead;
    private double advocacyMass;
    private double positiveMass;
    private double negativeMass;
    private double detractorRisk;

    /** The decayed advocacy points for one brand, product line or campaign, as of the start of a day. */
    private static final class SubjectMass implements NamedSums.Named {
        private final String subject;
        private double mass;
        private int day;

        SubjectMass(String subject, int day) {
            this.subject = subject;
            this.day = day;
        }

        @Override
        public String name() {
            return subject;
        }
    }

    DecayedSums(ScoreRules rules) {
        this.rules = rules;
        this.model = rules.model;
        this.activeSums = new double[rules.active.length];
        this.partOfDay = new double[rules.decays.size()];
        Arrays.fill(partOfDay, 1);
    }

    /** Adds the cells of one day, which must be later than all days added before. */
    void add(DayCells cells) {
        carryForwardTo(cells.day());
        lastDayIsActive = false;
        int next = 0;
        while (next < cells.size()) {
            next = addChannel(cells, next);
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
    private int addChannel(DayCells cells, int first) {
        ChannelSums channel = kindOf(cells, first).channel;
        int active = 0;
        boolean brandActive = false;
        int index = first;
        for (; index < cells.size(); index++) {
            KindSums kind = kindOf(cells, index);
            if (kind.channel != channel) {
                break;
            }
            KindRule rule = kind.rule;
            // Cells of one kind are adjacent; they differ in their subject.
            if (CellValue.isActive(cells, index, rule) && (active == 0 || activeKinds[active - 1] != kind)) {
                active = addActiveKind(active, kind);
            }
            brandActive |= CellValue.isActiveOfTheBrand(cells, index, rule);
            addValues(cells, index, rule, kind);
        }
        if (active > 0) {
            channel.addActiveDay(day, rules);
            shareActiveDay(active);
        }
        if (brandActive) {
            outbound += 1;
        }
        lastDayIsActive |= active > 0 || brandActive;
        return index;
    }

    private KindSums kindOf(DayCells cells, int cell) {
        int category = cells.categoryIndex(cell);
        if (category >= kindOfCategory.length) {
            kindOfCategory = Arrays.copyOf(kindOfCategory, 2 * category);
        }
        KindSums kind = kindOfCategory[category];
        if (kind == null) {
            Category named = cells.category(cell);
            kind = channels.get(named.channel(), name -> new ChannelSums(name, rules.active.length, day))
                    .kind(named.kind(), day, rules);
            kindOfCategory[category] = kind;
        }
        return kind;
    }

    private int addActiveKind(int count, KindSums kind) {
        if (count == activeKinds.length) {
            activeKinds = Arrays.copyOf(activeKinds, 2 * count);
        }
        activeKinds[count] = kind;
        return count + 1;
    }

    private void addValues(DayCells cells, int cell, KindRule rule, KindSums kind) {
        long amount = CellValue.money(cells, cell, rule);
        double points = CellValue.advocacyPoints(cells, cell, rule);
        money += (double) amount;
        advocacy += points;
        if (amount > 0 || points > 0) {
            addMasses(cells, cell, kind, amount, points);
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

    private void addMasses(DayCells cells, int cell, KindSums kind, long amount, double points) {
        kind.carryForwardTo(day, rules);
        if (amount > 0) {
            kind.masses[rules.moneyMass()] += (double) amount;
        }
        if (points > 0) {
            kind.masses[rules.advocacyMass()] += points;
            SubjectMass subject = subjects.get(cells.category(cell).subject(), name -> new SubjectMass(name, day));
            subject.mass = subject.mass * rules.advocacy.ofDays(day - subject.day) + points;
            subject.day = day;
        }
    }

    /** Shares an active day of a channel equally among the kinds active on it. */
    private void shareActiveDay(int active) {
        double share = 1.0 / active;
        for (int i = 0; i < active; i++) {
            activeKinds[i].carryForwardTo(day, rules);
            for (int decay = 0; decay < rules.active.length; decay++) {
                activeKinds[i].masses[decay] += share;
            }
        }
    }

    /** Reads the score at the start of a day, which must not be before the last day added. */
    void readAtStartOf(int today) {
        read(Days.start(today));
    }

    /** Reads the score at a time (epoch ms) not before the start of the last day added. */
    void read(long t) {
        int today = Days.of(t);
        moveInto(t - Days.start(today));
        lastRead = today;
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

    /** Returns the channels, ordered by name, with their active days as last read. */
    List<ChannelSums> channels() {
        return channels.ordered();
    }

    /** Returns a mass of a kind at the time last read. */
    double mass(KindSums kind, int mass) {
        Decay decay = rules.mass(mass);
        return kind.masses[mass] == 0
                ? 0
                : kind.masses[mass] * decay.ofDays(lastRead - kind.day) * partOfDay[decay.index];
    }

    /** Returns the decayed advocacy points by subject at the time last read, without those of 0. */
    Map<String, Double> advocacyMassBySubject() {
        Map<String, Double> masses = new TreeMap<>();
        for (SubjectMass subject : subjects.ordered()) {
            double mass =
                    subject.mass * rules.advocacy.ofDays(lastRead - subject.day) * partOfDay[rules.advocacy.index];
            masses.put(subject.subject, mass);
        }
        return masses;
    }

    /** Fills {@link #activeSums} and returns the saturated sum over the channels, for connectedness. */
    private double sumActiveDays(int today) {
        for (int i = 0; i < activeSums.length; i++) {
            activeSums[i] = 0;
        }
        double connected = 0;
        List<ChannelSums> ordered = channels.ordered();
        for (int c = 0; c < ordered.size(); c++) {
            ChannelSums channel = ordered.get(c);
            for (int i = 0; i < activeSums.length; i++) {
                Decay decay = rules.active[i];
                double sum = channel.active[i] * decay.ofDays(today - channel.day) * partOfDay[decay.index];
                channel.read[i] = sum;
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
     * The share of positive sentiment, with the prior. Counts are at least 0; in ledgers of version 1, retractions may
     * exceed what was counted.
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
