package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Random touchpoints of some customers, reproducible from a seed: on many channels, of all sentiments, with changing
 * attributes.
 */
public final class RandomTouchpoints {
    private static final List<String> CHANNELS = List.of("web", "app", "store", "support", "email", "social", "café-☕");
    private static final List<String> KINDS =
            List.of("page_visited", "purchase", "email_opened", "review_posted", "referral_made", "testimonial_given");
    private static final List<String> SUBJECTS = List.of("", "", "espresso", "filter");
    private static final List<String> REGIONS = List.of("north", "south", "west");

    private final Random random;
    private final int customers;
    private int drawn;

    public RandomTouchpoints(long seed, int customers) {
        this.random = new Random(seed);
        this.customers = customers;
    }

    /** Returns a touchpoint within the sixty days before a time; some repeat an earlier event id. */
    public TouchpointBuilder before(Instant moment) {
        drawn++;
        boolean brand = random.nextInt(5) == 0;
        TouchpointBuilder touchpoint = aTouchpoint(pick(KINDS))
                .withId("r-" + (random.nextInt(50) == 0 ? random.nextInt(drawn) : drawn))
                .by("c-" + random.nextInt(customers))
                .on(pick(CHANNELS))
                .about(pick(SUBJECTS))
                .at(moment.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)))
                        .toEpochMilli());
        if (brand) {
            touchpoint.byTheBrand();
        } else if (random.nextInt(3) == 0) {
            touchpoint.saying(random.nextDouble() * 2 - 1);
        }
        if (random.nextInt(4) == 0) {
            touchpoint.worth(random.nextInt(20_000) - 3_000);
        }
        if (random.nextInt(6) == 0) {
            touchpoint.with("region", pick(REGIONS));
        }
        if (random.nextInt(20) == 0) {
            touchpoint.with("tier", random.nextBoolean() ? "gold" : "");
        }
        return touchpoint;
    }

    public boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
