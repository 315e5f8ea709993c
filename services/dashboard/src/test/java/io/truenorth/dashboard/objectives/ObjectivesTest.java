package io.truenorth.dashboard.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.history.History;
import io.truenorth.documents.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectivesTest {
    private static final String TREE = """
        objectives:
          - id: company
            name: Advocates lead our growth
            metric: advocates
            target: 10
            baseline: 0
            from: 2026-01-01
            due: 2026-05-01
            children:
              - {id: north, name: North, scope: region=north, target: 4}
              - {id: south, name: South, scope: region=south, target: 3}
        """;

    private final Population people = new Population()
            .add("n1")
            .at(Stage.ADVOCATE, 80_000_000)
            .from("north")
            .known()
            .add("n2")
            .at(Stage.ADVOCATE, 80_000_000)
            .from("north")
            .known()
            .add("n3")
            .at(Stage.ADVOCATE, 80_000_000)
            .from("north")
            .known()
            .add("s1")
            .at(Stage.AWARE, 1_000_000)
            .from("south")
            .known();

    @Test
    void eachObjectiveIsHeldAgainstItsTargetAndItsPace() {
        ObjectiveProgress company = progress(TREE).get(0);

        assertThat(company.value()).isEqualTo(3);
        assertThat(company.pace().expected())
                .as("half the way on the 1st of March")
                .isCloseTo(4.9, within(0.1));
        assertThat(company.pace().state()).isEqualTo(Pace.State.BEHIND);
    }

    @Test
    void theChildrenShareTheGapOfTheirParent() {
        List<ObjectiveProgress> parts = progress(TREE).get(0).children();

        assertThat(parts).extracting(ObjectiveProgress::value).containsExactly(3.0, 0.0);
        assertThat(parts.get(0).shareOfParentGap()).hasValue(0.25);
        assertThat(parts.get(1).shareOfParentGap()).hasValue(0.75);
        assertThat(parts.get(0).objective().due()).hasToString("2026-05-01");
    }

    @Test
    void fewerDetractorsAreBetter() {
        String text = TREE.replace("metric: advocates", "metric: detractors").replace("target: 10", "target: 1");

        assertThat(progress(text).get(0).pace().state()).isEqualTo(Pace.State.REACHED);
    }

    @Test
    void everyMistakeIsNamed() {
        String text = TREE.replace("id: south", "id: north")
                .replace("scope: region=north", "scope: channel=web")
                .replace("due: 2026-05-01", "due: soon")
                .replace("baseline", "base");

        assertThatThrownBy(() -> progress(text))
                .hasMessageContaining("'north' is there twice")
                .hasMessageContaining("expected all or attribute=value, such as region=north, was 'channel=web'")
                .hasMessageContaining("expected a day such as 2026-12-31, was 'soon'")
                .hasMessageContaining("base");
    }

    private List<ObjectiveProgress> progress(String text) {
        List<Objective> declared =
                ObjectivesDocument.read(Document.of("objectives.yaml", text.getBytes(StandardCharsets.UTF_8)));
        return new Objectives(declared, people.snapshots(), new History()).progress(Population.NOW);
    }
}
