package io.truenorth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
    private static final long UNTIL = 1_790_000_000_000L;
    private static final WorkloadSize SIZE = new WorkloadSize(7, 3_000, 200, 500, UNTIL);
    private static final Comparator<Touchpoint> BY_TIME = Comparator.comparingLong(Touchpoint::getOccurredAt);

    private static List<Touchpoint> touchpoints(Workload load) {
        TouchpointStream stream = load.touchpoints(SIZE);
        List<Touchpoint> all = new ArrayList<>();
        for (int i = 0; i < load.events(SIZE); i++) {
            all.add(stream.next());
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameTouchpoints(Workload load) {
        assertThat(touchpoints(load)).isEqualTo(touchpoints(load));
    }

    @ParameterizedTest
    @EnumSource
    void oneTouchpointIn500IsRepeated(Workload load) {
        List<Touchpoint> all = touchpoints(load);

        assertThat(all.size() - new HashSet<>(all).size()).isEqualTo(all.size() / 500);
    }

    @Test
    void theBacklogIsInOrder() {
        assertThat(touchpoints(Workload.BACKLOG)).isSortedAccordingTo(BY_TIME);
    }

    @Test
    void anotherOrderHasTheSameTouchpoints() {
        List<Touchpoint> displaced = touchpoints(Workload.OUT_OF_ORDER);

        assertThat(displaced).isNotEqualTo(touchpoints(Workload.BACKLOG));
        assertThat(new HashSet<>(displaced)).hasSizeGreaterThan(2_900);
        assertThat(displaced).allMatch(touchpoint -> touchpoint.getOccurredAt() <= UNTIL + 3_600_000);
    }

    @Test
    void oneCustomerIsHot() {
        long hot = touchpoints(Workload.HOT_CUSTOMER).stream()
                .filter(touchpoint -> TouchpointWriter.customer(touchpoint).equals("crm:customer-0"))
                .count();
        long even = touchpoints(Workload.BACKLOG).stream()
                .filter(touchpoint -> TouchpointWriter.customer(touchpoint).equals("crm:customer-0"))
                .count();

        assertThat(hot).isGreaterThan(even);
    }

    @Test
    void allCustomersAreInOneScope() {
        assertThat(touchpoints(Workload.HOT_SCOPE))
                .filteredOn(touchpoint -> !touchpoint.getAttributes().isEmpty())
                .isNotEmpty()
                .allMatch(touchpoint -> touchpoint.getAttributes().get("region").equals("north"));
    }

    @Test
    void liveCustomersHaveAHistory() {
        HashSet<String> known = new HashSet<>();
        touchpoints(Workload.LIVE).forEach(touchpoint -> known.add(TouchpointWriter.customer(touchpoint)));
        LiveTouchpoints live = Workload.LIVE.liveTouchpoints(SIZE);

        for (int i = 0; i < 1_000; i++) {
            assertThat(known).contains(TouchpointWriter.customer(live.next(UNTIL + i)));
        }
    }
}
