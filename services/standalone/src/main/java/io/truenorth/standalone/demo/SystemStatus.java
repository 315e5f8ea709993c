package io.truenorth.standalone.demo;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The status of the system at one moment.
 *
 * @param eventsPerSecond touchpoints received a second, over the last seconds
 * @param customers number of known customers
 * @param advocates number of advocates among them
 * @param detractors number of detractors among them
 * @param netAdvocacyIndex (advocates − detractors) / customers × 100
 * @param arrivalToScoreMillis p99 from arrival to score; empty without touchpoints
 * @param failed records that could not be scored, in total
 */
public record SystemStatus(
        double eventsPerSecond,
        long customers,
        long advocates,
        long detractors,
        double netAdvocacyIndex,
        OptionalDouble arrivalToScoreMillis,
        long failed) {

    /** The status line. */
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
