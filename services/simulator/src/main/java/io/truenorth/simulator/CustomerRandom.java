package io.truenorth.simulator;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** The random numbers of one customer: an independent stream, the same on every machine. */
final class CustomerRandom {
    private final SplittableRandom random;

    CustomerRandom(long seed, int person) {
        // Adjacent customer numbers must not produce correlated streams.
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + person).split();
    }

    /** Whether an event of that probability happens. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 to below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number within a range, both ends included. */
    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** From 0 to below 1. */
    double share() {
        return random.nextDouble();
    }

    /** 128 bits in hex: the form of the pseudonyms of a gateway. */
    String pseudonym() {
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** A factor around 1, mostly between one third and three: customers differ by factors. */
    double factor() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += random.nextDouble() - 0.5;
        }
        return StrictMath.exp(1.3 * sum);
    }
}
