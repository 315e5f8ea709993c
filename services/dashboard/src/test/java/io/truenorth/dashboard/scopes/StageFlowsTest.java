package io.truenorth.dashboard.scopes;

import static io.truenorth.dashboard.scopes.Move.aMove;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StageFlowsTest {
    private static final long DAY = 86_400_000L;
    private static final long NOON = Population.NOW;
    private static final long MIDNIGHT = NOON - DAY / 2;
    private static final long EVER = 0;

    private long now = NOON;
    private final StageFlows flows = new StageFlows(() -> now);

    @Test
    void movesAreCountedByScopeAndDirection() {
        flows.accept(aMove().from(Stage.LOYAL)
                .to(Stage.ADVOCATE)
                .of("region", "north")
                .at(NOON)
                .made());
        flows.accept(aMove().from(Stage.LOYAL)
                .to(Stage.ADVOCATE)
                .of("region", "south")
                .at(NOON)
                .made());
        flows.accept(aMove().from(Stage.ADVOCATE)
                .to(Stage.LOYAL)
                .of("region", "north")
                .at(NOON)
                .made());

        assertThat(won("all", EVER)).isEqualTo(2);
        assertThat(won("region=north", EVER)).isEqualTo(1);
        assertThat(all("region=north", EVER)).isEqualTo(2);
        assertThat(all("region=west", EVER)).isZero();
    }

    @Test
    void theWholeDayCountsThatAPeriodBeginsIn() {
        flows.accept(won().at(MIDNIGHT - 1).made());
        flows.accept(won().at(MIDNIGHT).made());

        assertThat(won("all", NOON)).isEqualTo(1);
        assertThat(won("all", NOON - DAY)).isEqualTo(2);
    }

    @Test
    void theFirstDayIsTheOldestOfWhichAMoveIsKnown() {
        assertThat(flows.firstDay()).isEmpty();

        flows.accept(won().at(NOON).made());
        flows.accept(won().at(NOON - 3 * DAY).made());

        assertThat(flows.firstDay()).hasValue(MIDNIGHT - 3 * DAY);
    }

    @Test
    void whatIsLongerAgoThanAnybodyMayAskIsForgotten() {
        flows.accept(won().at(NOON - 365 * DAY).made());
        flows.accept(won().at(NOON - 366 * DAY).made());
        assertThat(flows.firstDay()).as("the day of the longest period").hasValue(MIDNIGHT - 365 * DAY);

        now += 10 * DAY;
        flows.accept(won().at(now).made());

        assertThat(won("all", EVER)).isEqualTo(1);
        assertThat(flows.firstDay()).hasValue(MIDNIGHT + 10 * DAY);
    }

    @Test
    void ofAnAttributeAThousandValuesAreCounted() {
        for (int value = 0; value <= 1_000; value++) {
            flows.accept(won().of("plate", "p" + value).at(NOON).made());
        }
        flows.accept(won().of("plate", "p999").at(NOON).made());
        flows.accept(won().of("region", "north").at(NOON).made());

        assertThat(won("plate=p999", EVER)).as("one of the first goes on").isEqualTo(2);
        assertThat(won("plate=p1000", EVER)).as("one too many").isZero();
        assertThat(won("region=north", EVER)).as("of another attribute").isEqualTo(1);
        assertThat(won("all", EVER)).as("everybody").isEqualTo(1_003);
    }

    private static Move won() {
        return aMove().from(Stage.LOYAL).to(Stage.ADVOCATE);
    }

    private long won(String scope, long since) {
        return flows.since(scope, since)[Stage.LOYAL.ordinal()][Stage.ADVOCATE.ordinal()];
    }

    private long all(String scope, long since) {
        return Arrays.stream(flows.since(scope, since))
                .flatMapToLong(Arrays::stream)
                .sum();
    }
}
