package io.truenorth.benchmarks.load;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes touchpoints. */
final class TouchpointFactory {
    private final SplittableRandom random;
    private final CustomerAttributes.Source attributes;

    TouchpointFactory(SplittableRandom random, CustomerAttributes.Source attributes) {
        this.random = random;
        this.attributes = attributes;
    }

    Touchpoint touchpoint(int customer, String channel, Visits.Step step, String product, long at) {
        return new Touchpoint(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                List.of(new Identity("crm", "customer-" + customer)),
                at,
                at,
                channel,
                step.kind(),
                product,
                step.direction(),
                step.said() ? sentiment() : null,
                step.paid() ? new Money(500 + random.nextLong(20_000), "EUR") : null,
                attributes.of(customer, random),
                channel + "-collector",
                null,
                0,
                List.of(),
                null,
                Map.of());
    }

    private @Nullable Double sentiment() {
        return random.nextInt(3) - 1.0;
    }
}
