package io.truenorth.relationship.score;

import static io.truenorth.relationship.model.Dimension.ADVOCACY;
import static io.truenorth.relationship.model.Dimension.CONNECTEDNESS;
import static io.truenorth.relationship.model.Dimension.ENGAGEMENT;
import static io.truenorth.relationship.model.Dimension.MONEY;
import static io.truenorth.relationship.model.Dimension.RECIPROCITY;
import static io.truenorth.relationship.model.Dimension.SENTIMENT;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Map;
import java.util.TreeMap;

/** Reads the score that {@link DecayedSums} give at any time from the last day on. */
final class ScoreReading {

    private final ScoreRules rules;
    private final ScoringModel model;
    private final DecayedSums sums;

    private final long[] contributions = new long[Dimension.values().length];
    /** The active days over all channels, by the decays of {@link ScoreRules#active}. */
    private final double[] activeDays;

    private int today;
    private PartOfDay partOfDay = PartOfDay.NONE;
    private long score;
    private double advocacyMass;
    private double positiveMass;
    private double negativeMass;
    private double detractorRisk;

    ScoreReading(ScoreRules rules, DecayedSums sums) {
        this.rules = rules;
        this.model = rules.model;
        this.sums = sums;
        this.activeDays = new double[rules.active.length];
    }

    /** Creates the reading of a copy of sums; what was read last is kept as far as a replay goes on from it. */
    ScoreReading(ScoreReading other, DecayedSums copy) {
        this(other.rules, copy);
        score = other.score;
        advocacyMass = other.advocacyMass;
    }

    /** Reads the score at the start of a day, which must not be before the last day added. */
    void readAtStartOf(int day) {
        read(day, PartOfDay.NONE);
    }

    /** Reads the score at a time (epoch ms) not before the start of the last day added. */
    void read(long t) {
        int day = Days.of(t);
        read(day, rules.partOfDay(t - Days.start(day)));
    }

    private void read(int day, PartOfDay part) {
        today = day;
        partOfDay = part;
        double connected = sumActiveDays();
        double both = activeDays[rules.reciprocityDecay];
        double brand = decayed(sums.outbound, rules.reciprocity());
        double engaged = engagement();
        advocacyMass = decayed(sums.advocacy, rules.advocacy);
        readRisk();

        score = 0;
        contribute(ENGAGEMENT, engaged);
        contribute(
                MONEY,
                Saturation.of(decayed(sums.money, rules.money), model.money().k()));
        contribute(CONNECTEDNESS, Saturation.of(connected, model.connectedness().k()));
        contribute(
                RECIPROCITY,
                2 * Math.min(both, brand) / (both + brand + model.reciprocity().k()));
        contribute(SENTIMENT, engaged * shareOfPraise());
        contribute(ADVOCACY, Saturation.of(advocacyMass, model.advocacy().k()));
    }

    /** Fills {@link #activeDays} and returns the saturated sum over the channels, for connectedness. */
    private double sumActiveDays() {
        double connected = 0;
        double channelK = model.connectedness().channelK();
        for (int i = 0; i < activeDays.length; i++) {
            activeDays[i] = 0;
        }
        Slots<String> channels = sums.slots.channels;
        for (int rank = 0; rank < channels.size(); rank++) {
            int channel = channels.ofRank(rank);
            for (int i = 0; i < activeDays.length; i++) {
                double days = activeDays(channel, i);
                activeDays[i] += days;
                if (i == rules.connectednessDecay) {
                    connected += Saturation.of(days, channelK);
                }
            }
        }
        return connected;
    }

    private double decayed(double sum, Decay decay) {
        return sum == 0 ? 0 : sum * decay.ofDays(today - sums.day) * partOfDay.weight(decay);
    }

    private double engagement() {
        double sum = 0;
        for (int decay : rules.engagementDecays) {
            sum += engagement(decay);
        }
        return sum / rules.engagementDecays.length;
    }

    /**
     * The share of positive sentiment, with the prior. Counts are at least 0; in ledgers of version 1, retractions may
     * exceed what was counted.
     */
    private double shareOfPraise() {
        long n = Math.max(0, sums.answered);
        long p = Math.min(Math.max(0, sums.positive), n);
        double strength = model.sentiment().strength();
        return (p + strength * model.sentiment().mean()) / (n + strength);
    }

    private void readRisk() {
        negativeMass = Math.max(0, decayed(sums.riskNegative, rules.risk));
        positiveMass = Math.max(0, decayed(sums.riskPositive, rules.risk));
        detractorRisk = negativeMass == 0
                ? 0
                : negativeMass / (positiveMass + negativeMass + model.risk().k());
    }

    private void contribute(Dimension dimension, double value) {
        long contribution = (long) Math.floor(rules.maxima[dimension.ordinal()] * value);
        contributions[dimension.ordinal()] = contribution;
        score += contribution;
    }

    /** Returns the score, in micro-points. */
    long score() {
        return score;
    }

    Contributions contributions() {
        return Contributions.of(contributions);
    }

    /** Returns the active days of a channel by a decay of {@link ScoreRules#active}. */
    double activeDays(int channel, int decay) {
        return sums.activeDays(channel, decay, today) * partOfDay.weight(rules.active[decay]);
    }

    /** Returns the saturated active days of one half-life. */
    double engagement(int decay) {
        return Saturation.of(activeDays[decay], model.engagement().k());
    }

    /** Returns a mass of a kind; see {@link ScoreRules#mass}. */
    double mass(int kind, int mass) {
        return sums.mass(kind, mass, today) * partOfDay.weight(rules.mass(mass));
    }

    double advocacyMass() {
        return advocacyMass;
    }

    /** Returns the decayed advocacy points by subject, without those of 0. */
    Map<String, Double> advocacyMassBySubject() {
        Map<String, Double> bySubject = new TreeMap<>();
        Slots<String> subjects = sums.slots.subjects;
        for (int subject = 0; subject < subjects.size(); subject++) {
            double mass = sums.subjectMass(subject, today) * partOfDay.weight(rules.advocacy);
            if (mass > 0) {
                bySubject.put(subjects.key(subject), mass);
            }
        }
        return bySubject;
    }

    double detractorRisk() {
        return detractorRisk;
    }

    /** Returns whether the risk makes the customer a detractor. */
    boolean isDetractor() {
        return detractorRisk >= model.risk().detractorAt();
    }

    /**
     * Returns the share of the positive and negative masses that must remain for the customer to stay a detractor; in
     * (0, 1] for a detractor.
     */
    double shareThatKeepsADetractor() {
        double limit = model.risk().detractorAt();
        return limit * model.risk().k() / (negativeMass - limit * (positiveMass + negativeMass));
    }
}
