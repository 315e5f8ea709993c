package io.truenorth.dashboard.objectives;

import io.truenorth.dashboard.scopes.Measures;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What an objective is about. */
public enum Metric {
    /** (advocates − detractors) of all customers, percent. */
    INDEX(Measures::index, true),
    /** Customers who speak for us. */
    ADVOCATES(Measures::advocates, false),
    /** Customers who speak against us: fewer are better. */
    DETRACTORS(Measures::detractors, false),
    /** Mean score, points. */
    MEAN(measures -> measures.mean() / 1e6, true),
    /** Customers who are known. */
    CUSTOMERS(Measures::customers, false);

    private final ToDoubleFunction<Measures> value;
    private final boolean ratio;

    Metric(ToDoubleFunction<Measures> value, boolean ratio) {
        this.value = value;
        this.ratio = ratio;
    }

    /** Its value in a scope. */
    public double of(Measures measures) {
        return value.applyAsDouble(measures);
    }

    /** How far a value is from a target; 0 or less where it is reached. */
    double gap(double is, double target) {
        return this == DETRACTORS ? is - target : target - is;
    }

    /** What a gap of a part weighs in that of the whole: a count adds up, a ratio does so by customers. */
    double weight(Measures measures) {
        return ratio ? measures.customers() : 1;
    }

    /** As it is written: {@code index}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
