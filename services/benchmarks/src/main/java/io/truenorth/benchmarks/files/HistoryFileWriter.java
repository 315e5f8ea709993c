package io.truenorth.benchmarks.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a history of a retailer as CSV: two years of touches in the order of their time, 12 a customer on average. The same
 * seed gives the same file.
 */
final class HistoryFileWriter {
    private static final long BEGIN = Instant.parse("2023-01-01T00:00:00Z").getEpochSecond();
    private static final double SECONDS = 2 * 365 * 86_400.0;
    private static final int TOUCHES_PER_CUSTOMER = 12;
    private static final int FIRST_CUSTOMER = 1_000_000;

    private static final List<String> CHANNELS = List.of("store", "web", "app", "mail", "support", "sms");
    private static final List<String> SUBJECTS = List.of("shoes", "packs", "coats", "socks", "tents");

    /** The fields from kind to sentiment. */
    private static final List<String> TOUCHES = List.of(
            "purchase,in,",
            "page_visited,in,",
            "product_compared,in,",
            "complaint_made,in,-1",
            "email_sent,out,",
            "email_opened,in,");

    private final SplittableRandom random;

    HistoryFileWriter(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Writes a file with a header and a number of further lines. */
    void write(Path file, int lines) throws IOException {
        int customers = Math.max(1, lines / TOUCHES_PER_CUSTOMER);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("customer,ts,channel,kind,direction,sentiment,value,subject\n");
            for (int i = 0; i < lines; i++) {
                out.write(line(customers, BEGIN + (long) (SECONDS * i / lines)));
            }
        }
    }

    /** The square of a uniform number: some customers come far more often than others. */
    private String line(int customers, long time) {
        double uniform = random.nextDouble();
        String touch = any(TOUCHES);
        return "c-" + (FIRST_CUSTOMER + (int) (customers * uniform * uniform)) + "," + time + "," + any(CHANNELS) + ","
                + touch + "," + (touch.startsWith("purchase") ? money() : "") + "," + any(SUBJECTS) + "\n";
    }

    private String money() {
        return random.nextInt(1, 200) + "." + random.nextInt(10, 100);
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
