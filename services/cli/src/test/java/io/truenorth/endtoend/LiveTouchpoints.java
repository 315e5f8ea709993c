package io.truenorth.endtoend;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Touchpoints of customers from a seed: a history of two years, and current ones. */
final class LiveTouchpoints {
    private static final int OF_EACH = 5;
    private static final int DAYS = 730;
    private static final List<String> KINDS = List.of("purchase", "visit", "ticket_opened", "review");
    private static final List<String> CHANNELS = List.of("store", "web", "support", "app");

    private final Random random = new Random(41);
    private final Instant now;
    private int events;

    LiveTouchpoints(Instant now) {
        this.now = now;
    }

    /** Some of each customer. */
    List<Touchpoint> history(int customers) {
        List<Touchpoint> history = new ArrayList<>(customers * OF_EACH);
        for (int customer = 0; customer < customers; customer++) {
            for (int event = 0; event < OF_EACH; event++) {
                history.add(touchpoint(customer, now.minus(Duration.ofHours(1 + random.nextInt(DAYS * 24)))));
            }
        }
        return history;
    }

    /** One of any customer, some of whom are new. */
    Touchpoint current(int customers) {
        return touchpoint(random.nextInt(customers + customers / 10), now);
    }

    private Touchpoint touchpoint(int customer, Instant at) {
        int kind = random.nextInt(KINDS.size());
        Touchpoint touchpoint = new Touchpoint();
        touchpoint.setEventId("event-" + events++);
        touchpoint.setIdentities(List.of(new Identity("crm", "customer-" + customer)));
        touchpoint.setOccurredAt(at.toEpochMilli());
        touchpoint.setReceivedAt(at.toEpochMilli());
        touchpoint.setChannel(CHANNELS.get(random.nextInt(CHANNELS.size())));
        touchpoint.setKind(KINDS.get(kind));
        touchpoint.setSubject("");
        touchpoint.setDirection(random.nextInt(4) == 0 ? Direction.OUT : Direction.IN);
        touchpoint.setMoney(kind == 0 ? new Money(100L + random.nextInt(20_000), "EUR") : null);
        touchpoint.setAttributes(Map.of("region", random.nextBoolean() ? "north" : "south"));
        touchpoint.setSource("test");
        touchpoint.setReferences(List.of());
        touchpoint.setContext(Map.of());
        return touchpoint;
    }
}
