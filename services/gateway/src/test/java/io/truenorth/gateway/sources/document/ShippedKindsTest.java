package io.truenorth.gateway.sources.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.segment.SegmentKinds;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever systems call what happened, sources use the words of the standard model, and nobody adds one unthinking. */
class ShippedKindsTest {

    private final Map<String, String> listed = ShippedKinds.listed();

    @Test
    void everyKindIsListedWithItsMeaningAndNoOther() {
        assertThat(ShippedKinds.found())
                .as("list a new kind in kinds.txt once it is sure what it means")
                .isEqualTo(listed.keySet());
    }

    @Test
    void theStandardModelMeansTheSame() {
        Map<String, String> meant = listed.keySet().stream()
                .collect(Collectors.toMap(kind -> kind, ShippedKindsTest::meaning, (one, other) -> one, TreeMap::new));

        assertThat(meant).isEqualTo(listed);
    }

    @Test
    void everyKindOfTheStandardModelThatSegmentsEventsCanHaveHasANameThere() {
        Set<String> unnamed =
                new TreeSet<>(ScoringModel.standard().kinds().rules().keySet());
        unnamed.removeAll(SegmentKinds.all());

        assertThat(unnamed)
                .as("their own words are their kinds, without more")
                .containsExactlyInAnyOrder(
                        "referral_made", "referral_converted", "community_answer", "testimonial_given");
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.ShippedSources#names")
    void noKindIsTakenFromAPayloadAsItIs(String name) {
        assertThat(ShippedSources.document(name).orElseThrow())
                .doesNotContainPattern("kind: *(/|header:|\\{ *(at|first|joined|lowerCase|afterLast):)");
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.gateway.sources.document.ShippedSources#names")
    void everyKindOfADocumentIsMadeByAPayloadOfOurOwn(String name) {
        Source source = SourceDocument.shipped(name).orElseThrow();
        Stream<String> ofPayloads = OwnPayloads.of(name).stream()
                .flatMap(payload -> Outcomes.of(source, payload.json(), payload.headers()).stream());
        Stream<String> ofTable = SourceEvents.names().anyMatch(name::equals)
                ? SourceEvents.of(name).events().stream().flatMap(event -> event.becomes().stream())
                : Stream.empty();
        Set<String> made = Stream.concat(ofPayloads, ofTable)
                .map(outcome -> outcome.split(" ", 2)[0])
                .collect(Collectors.toSet());

        assertThat(made).containsAll(ShippedKinds.ofDocument(name));
    }

    @Test
    void whoReportsSpamSpeaksAgainstUsWhereverItIsTold() {
        List<String> reports = OwnPayloads.all().stream()
                .flatMap(
                        payload -> Outcomes.of(
                                SourceDocument.shipped(payload.source()).orElseThrow(),
                                payload.json(),
                                payload.headers())
                                .stream())
                .filter(outcome -> outcome.startsWith("spam_reported"))
                .toList();

        assertThat(reports)
                .hasSizeGreaterThan(5)
                .allSatisfy(report -> assertThat(report).contains(" in ", "sentiment -1"));
    }

    private static String meaning(String kind) {
        KindRule rule = ScoringModel.standard().kinds().of(kind);
        return switch (rule.meaning()) {
            case PASSIVE -> "passive";
            case LEAVING -> "leaving";
            case ENGAGING -> rule.points() > 0 ? "advocates" : "engages";
        };
    }
}
