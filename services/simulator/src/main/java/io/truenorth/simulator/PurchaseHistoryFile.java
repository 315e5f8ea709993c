package io.truenorth.simulator;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes the purchases of a {@link PurchaseScenario} as a history: gzipped CSV in the canonical form. */
public final class PurchaseHistoryFile {

    private static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value,subject\n";
    private static final long DAY = 86_400;

    private PurchaseHistoryFile() {}

    /**
     * Writes the history.
     *
     * @param seed the same seed gives the same file
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, PurchaseScenario scenario, long seed) throws IOException {
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int customer = 0; customer < scenario.customers(); customer++) {
                writeCustomer(out, customer, scenario, new CustomerRandom(seed, customer));
            }
        }
    }

    private static void writeCustomer(Writer out, int customer, PurchaseScenario scenario, CustomerRandom random)
            throws IOException {
        double meanGap = scenario.meanGap() * random.factor();
        double basket = 40 * random.factor();
        String channel = random.chance(0.6) ? "store" : "web";
        double day = random.share() * scenario.joinDays();
        boolean leaves = false;
        while (day < scenario.days() && !leaves) {
            long seconds = scenario.from().toEpochDay() * DAY + (long) (day * DAY);
            double value = basket * random.factor();
            out.write(
                    String.format(Locale.ROOT, "c%05d,%d,%s,purchase,in,,%.2f,\n", customer, seconds, channel, value));
            day += gap(meanGap, scenario.regularity(), random);
            leaves = random.chance(scenario.dropOut());
        }
    }

    /** An Erlang-distributed gap: the sum of exponential ones. */
    private static double gap(double mean, int shape, CustomerRandom random) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= StrictMath.log(1 - random.share());
        }
        return mean * sum / shape;
    }
}
