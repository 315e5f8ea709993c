package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.machinery.Latencies;
import java.io.IOException;

/** How long from a posted event to its change, one after the other, while other customers come and go. */
final class Telling {
    private static final int BETWEEN_OTHERS = 10;

    private final Posts posts;

    Telling(Posts posts) {
        this.posts = posts;
    }

    /** Until it is told to who follows the live events. */
    Latencies onStream(Follower follower, int events) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < events; i++) {
            others(i);
            String customer = Posts.FOLLOWED.get(i % Posts.FOLLOWED.size());
            follower.forget();
            long posted = System.nanoTime();
            posts.of(customer);
            follower.awaitChangeOf(customer);
            latencies.took(System.nanoTime() - posted);
        }
        return latencies;
    }

    /** Until the number in a browser has risen. */
    Latencies onPage(ShownCustomer page, int events) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < events; i++) {
            others(i);
            double before = page.points();
            long posted = System.nanoTime();
            posts.of(Posts.SHOWN);
            page.awaitMoreThan(before);
            latencies.took(System.nanoTime() - posted);
        }
        return latencies;
    }

    private void others(int round) throws IOException, InterruptedException {
        if (round % BETWEEN_OTHERS == 0) {
            posts.ofOthers();
        }
    }
}
