package io.truenorth.dashboard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void theEarliestIsDroppedForOneTooMany() {
        RecentChanges changes = new RecentChanges(2);
        changes.add(split("user:ann", 2));
        changes.add(split("user:bob", 1));

        changes.add(split("user:cyd", 3));

        assertThat(changes.all()).extracting(IdentityChange::customer).containsExactly("user:cyd", "user:ann");
        assertThat(changes.naming(List.of("user:bob"))).isEmpty();
        assertThat(changes.naming(List.of("user:ann"))).hasSize(1);
    }

    @Test
    void oneThatIsEarlierThanAllIsDroppedAtOnce() {
        RecentChanges changes = new RecentChanges(1);
        changes.add(split("user:ann", 2));

        changes.add(split("user:bob", 1));

        assertThat(changes.latest(5)).extracting(IdentityChange::customer).containsExactly("user:ann");
    }

    @Test
    void fiftyOfAnIdentityAreKept() {
        RecentChanges changes = new RecentChanges(1_000);

        for (int second = 0; second < 120; second++) {
            changes.add(split("user:kiosk", second));
        }

        assertThat(changes.naming(List.of("user:kiosk")))
                .hasSize(50)
                .first()
                .extracting(IdentityChange::at)
                .isEqualTo(START.plusSeconds(119).toEpochMilli());
        assertThat(changes.all()).hasSize(120);
    }

    @Test
    void aChangeThatIsReadTwiceIsKeptOnce() {
        RecentChanges changes = new RecentChanges(10);

        changes.add(split("user:ann", 1));
        changes.add(split("user:ann", 1));

        assertThat(changes.all()).hasSize(1);
        assertThat(changes.naming(List.of("user:ann", "card:user:ann"))).hasSize(1);
    }

    private static IdentityChange split(String customer, int second) {
        return IdentityChange.of(KnownChanges.split(
                        customer, "card:" + customer, START.plusSeconds(second).toString()))
                .orElseThrow();
    }
}
