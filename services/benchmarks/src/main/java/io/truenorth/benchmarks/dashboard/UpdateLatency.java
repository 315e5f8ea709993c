package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.harness.Latencies;
import java.io.IOException;

/** Measures the time from a posted event to its change, sequentially, with events of other customers in between. */
final class UpdateLatency {
    private static final int BETWEEN_OTHERS = 10;

    private final PurchaseClient purchaseClient;

    UpdateLatency(PurchaseClient purchaseClient) {
        this.purchaseClient = purchaseClient;
    }

    /** Until the change arrives in the live events. */
    Latencies onStream(SseSubscriber subscriber, int events) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < events; i++) {
            others(i);
            String customer = PurchaseClient.FOLLOWED.get(i % PurchaseClient.FOLLOWED.size());
            subscriber.forget();
            long posted = System.nanoTime();
            purchaseClient.of(customer);
            subscriber.awaitChangeOf(customer);
            latencies.took(System.nanoTime() - posted);
        }
        return latencies;
    }

    /** Until the number on the page has risen. */
    Latencies onPage(CustomerTab page, int events) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < events; i++) {
            others(i);
            double before = page.points();
            long posted = System.nanoTime();
            purchaseClient.of(PurchaseClient.SHOWN);
            page.awaitMoreThan(before);
            latencies.took(System.nanoTime() - posted);
        }
        return latencies;
    }

    private void others(int round) throws IOException, InterruptedException {
        if (round % BETWEEN_OTHERS == 0) {
            purchaseClient.ofOthers();
        }
    }
}
