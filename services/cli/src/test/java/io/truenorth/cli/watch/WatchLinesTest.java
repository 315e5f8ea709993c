package io.truenorth.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchLinesTest {
    private static final long AT = Instant.parse("2026-03-01T10:00:00.250Z").toEpochMilli();

    @Test
    void aScoreIsToldWithItsChange() {
        ScoreLine lines = new ScoreLine();

        assertThat(lines.unknown("crm:a")).isEqualTo("crm:a is not known yet");
        assertThat(lines.of(score("crm:a", 26_252_781, Stage.ENGAGED, false)))
                .isEqualTo("10:00:00.250  crm:a                     26.25  +26.25  engaged");
        assertThat(lines.of(score("crm:a", 25_000_000, Stage.AWARE, true)))
                .isEqualTo("10:00:00.250  crm:a                     25.00   -1.25  aware  detractor");
        assertThat(lines.of(score("crm:b", 1_000_000, Stage.AWARE, false)))
                .as("nothing is known of before")
                .isEqualTo("10:00:00.250  crm:b                      1.00          aware");
        assertThat(lines.snapshot(AT, "crm:c", 99_999_999, "advocate"))
                .isEqualTo("10:00:00.250  crm:c                    100.00          advocate");
    }

    @Test
    void aScoreThatWasWithdrawnIsTold() {
        ScoreLine lines = new ScoreLine();
        lines.of(score("crm:a", 26_252_781, Stage.ENGAGED, false));

        assertThat(lines.withdrawn("crm:a")).isEqualTo("crm:a has no score any more");
        assertThat(lines.of(score("crm:a", 1_000_000, Stage.AWARE, false))).contains("+1.00");
    }

    @Test
    void aScopeOfCustomersIsToldByStagesAndOneOfAChannelByWhatItGives() {
        assertThat(SnapshotLine.of(snapshot("all", 10)))
                .isEqualTo("10:00:00.250  all  net advocacy +10.0  10 customers: 1 unknown, 2 aware, 3 engaged,"
                        + " 0 committed, 2 loyal, 2 advocates; 1 detractors");
        assertThat(SnapshotLine.of(snapshot("channel=web", 0)))
                .isEqualTo("10:00:00.250  channel=web  gives 1,800.00 points: engagement 1,200.00, money 300.00,"
                        + " connectedness 200.00, advocacy 100.00");
    }

    private static RelationshipScore score(String customer, long score, Stage stage, boolean detractor) {
        RelationshipScore record = new RelationshipScore();
        record.setCustomer(customer);
        record.setScore(score);
        record.setStage(stage);
        record.setDetractor(detractor);
        record.setScoredAt(AT);
        return record;
    }

    private static AdvocacySnapshot snapshot(String scope, long customers) {
        AdvocacySnapshot snapshot = new AdvocacySnapshot();
        snapshot.setScope(scope);
        snapshot.setAt(AT);
        snapshot.setCustomers(customers);
        snapshot.setStages(new StageCounts(1L, 2L, 3L, 0L, 2L, 2L));
        snapshot.setDetractors(1);
        snapshot.setNetAdvocacyIndex(10);
        snapshot.setContributions(new Contributions(1_200_000_000L, 300_000_000L, 200_000_000L, 0L, 0L, 100_000_000L));
        return snapshot;
    }
}
