package io.truenorth.endtoend.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random histories in the canonical form. */
final class Histories {
    private static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value,subject";
    private static final long FROM = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final int TWO_YEARS = 2 * 365 * 86_400;
    private static final List<String> CHANNELS = List.of("web", "store", "support", "social", "referral");
    private static final List<String> KINDS =
            List.of("purchase", "visit", "ticket_opened", "review_posted", "email_opened", "referral_made");

    private Histories() {}

    /** Writes one of some hundred customers. */
    static Path write(Path file, int events, Random random) throws IOException {
        List<String> lines = new ArrayList<>(events + 1);
        lines.add(HEADER);
        for (int i = 0; i < events; i++) {
            lines.add(String.join(
                    ",",
                    "c-" + random.nextInt(700),
                    Long.toString(FROM + random.nextInt(TWO_YEARS)),
                    one(CHANNELS, random),
                    one(KINDS, random),
                    random.nextInt(5) == 0 ? "out" : "in",
                    random.nextInt(4) == 0 ? one(List.of("-1", "0", "0.5"), random) : "",
                    random.nextInt(3) == 0 ? random.nextInt(200) + ".25" : "",
                    one(List.of("", "shoes", "bags"), random)));
        }
        return Files.write(file, lines);
    }

    /** The same lines in another order. */
    static Path shuffled(Path history, Path file, Random random) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(history));
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return Files.write(file, lines);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
