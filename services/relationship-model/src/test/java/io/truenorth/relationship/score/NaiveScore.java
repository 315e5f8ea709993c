package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A direct implementation of the score's formulas, which computes every sum over all cells anew. */
final class NaiveScore {

    private record ChannelDay(int day, String channel) implements Comparable<ChannelDay> {
        @Override
        public int compareTo(ChannelDay other) {
            int byDay = Integer.compare(day, other.day);
            return byDay != 0 ? byDay : channel.compareTo(other.channel);
        }
    }

    private final ScoringModel model;
    private final List<Cell> cells;
    private final long t;

    /** @param cells those that count */
    NaiveScore(ScoringModel model, List<Cell> cells, long t) {
        this.model = model;
        this.cells = cells;
        this.t = t;
    }

    Contributions contributions() {
        double[] f = {
            engagement(),
            sat(sum(this::money, model.money().halfLife()), model.money().k()),
            sat(connected(), model.connectedness().k()),
            reciprocity(),
            engagement() * praise(),
            sat(advocacyMass(), model.advocacy().k())
        };
        double[] weights = {0.60, 0.12, 0.08, 0.08, 0.06, 0.06};
        long[] contributions = new long[f.length];
        for (int i = 0; i < f.length; i++) {
            contributions[i] = (long) Math.floor(weights[i] * 100_000_000 * f[i]);
        }
        return Contributions.of(contributions);
    }

    double advocacyMass() {
        return sum(
                cell -> engages(cell) ? model.kinds().of(cell.kind()).points() * Math.max(0, kindly(cell)) : 0,
                model.advocacy().halfLife());
    }

    double risk() {
        double p = Math.max(
                0, sum(cell -> engages(cell) ? cell.positive() : 0, model.risk().halfLife()));
        double n = Math.max(0, sum(Cell::negative, model.risk().halfLife()));
        return n / (p + n + 1);
    }

    private double engagement() {
        double sum = 0;
        for (long halfLife : model.engagement().halfLives()) {
            sum += 0.5 * sat(active(halfLife, day -> true), model.engagement().k());
        }
        return sum;
    }

    private double connected() {
        Set<String> channels = new TreeSet<>();
        activeDays().forEach(day -> channels.add(day.channel));
        return channels.stream()
                .mapToDouble(channel -> sat(
                        active(model.connectedness().halfLife(), day -> day.channel.equals(channel)),
                        model.connectedness().channelK()))
                .sum();
    }

    private double reciprocity() {
        long halfLife = model.reciprocity().halfLife();
        double customer = active(halfLife, day -> true);
        double brand = channelDays(cell -> cell.outbound() > 0 && engages(cell)).stream()
                .mapToDouble(day -> weight(day.day, halfLife))
                .sum();
        return 2 * Math.min(customer, brand) / (customer + brand + 1);
    }

    private double praise() {
        long n = Math.max(
                0,
                cells.stream()
                        .mapToLong(cell -> cell.negative() + (engages(cell) ? cell.positive() + cell.neutral() : 0))
                        .sum());
        long p = Math.min(
                Math.max(
                        0,
                        cells.stream()
                                .filter(this::engages)
                                .mapToLong(Cell::positive)
                                .sum()),
                n);
        return (p + 9.0) / (n + 10);
    }

    private double active(long halfLife, Predicate<ChannelDay> which) {
        return activeDays().stream()
                .filter(which)
                .mapToDouble(day -> weight(day.day, halfLife))
                .sum();
    }

    private Set<ChannelDay> activeDays() {
        return channelDays(cell -> kindly(cell) > 0 && engages(cell));
    }

    /** Returns whether a channel was active on a day, on either side. */
    boolean isActiveOn(int day) {
        return !channelDays(cell -> cell.day() == day && engages(cell) && (kindly(cell) > 0 || cell.outbound() > 0))
                .isEmpty();
    }

    private boolean engages(Cell cell) {
        return model.kinds().of(cell.kind()).isEngaging();
    }

    /** Touches by the customer without negative sentiment. */
    private static long kindly(Cell cell) {
        return cell.inbound() - Math.max(0, cell.negative());
    }

    private double money(Cell cell) {
        return engages(cell) ? cell.valueMinor() : Math.min(0, cell.valueMinor());
    }

    private Set<ChannelDay> channelDays(Predicate<Cell> which) {
        Set<ChannelDay> days = new TreeSet<>();
        cells.stream().filter(which).forEach(cell -> days.add(new ChannelDay(cell.day(), cell.channel())));
        return days;
    }

    private double sum(ToDoubleFunction<Cell> value, long halfLife) {
        return cells.stream()
                .mapToDouble(cell -> value.applyAsDouble(cell) * weight(cell.day(), halfLife))
                .sum();
    }

    private double weight(int day, long halfLife) {
        return StrictMath.pow(2, -(double) (t - Days.start(day)) / halfLife);
    }

    private static double sat(double x, double k) {
        return x <= 0 ? 0 : x / (x + k);
    }
}
