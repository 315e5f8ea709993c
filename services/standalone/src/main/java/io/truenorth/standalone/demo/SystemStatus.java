package io.truenorth.standalone.demo;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How the system does at a moment.
 *
 * @param eventsPerSecond touchpoints received a second, over the last seconds
 * @param customers who are known
 * @param advocates of them
 * @param detractors of them
 * @param netAdvocacyIndex (advocates − detractors) / customers × 100
 * @param arrivalToScoreMillis 99 of 100 touches are scored within this time; nothing while there are none
 * @param failed records that could not be scored, ever
 */
public record SystemStatus(
        double eventsPerSecond,
        long customers,
        long advocates,
        long detractors,
        double netAdvocacyIndex,
        OptionalDouble arrivalToScoreMillis,
        long failed) {

    /** In one line. */
    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT,
                "%,.0f events/s · %,d customers · %,d advocates · %,d detractors · net advocacy %+.1f · p99 %s",
                eventsPerSecond,
                customers,
                advocates,
                detractors,
                netAdvocacyIndex,
                arrivalToScoreMillis.isPresent()
                        ? String.format(Locale.ROOT, "%,.0f ms", arrivalToScoreMillis.getAsDouble())
                        : "–");
        return failed == 0 ? line : line + String.format(Locale.ROOT, " · %,d failed", failed);
    }
}
