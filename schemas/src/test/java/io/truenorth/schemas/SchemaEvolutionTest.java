package io.truenorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Tests the check itself: breaking changes are reported with their reason, compatible ones are not. */
class SchemaEvolutionTest {
    private static final Schema TOUCHPOINT = Touchpoint.getClassSchema();
    private static final String SOURCE_FIELD =
            "{\"name\":\"source\",\"type\":{\"type\":\"string\",\"avro.java.string\":\"String\"}";

    @Test
    void aFieldWithoutDefaultAddedIsReported() {
        Schema changed = changed(
                TOUCHPOINT,
                text -> text.replace(SOURCE_FIELD, "{\"name\":\"weather\",\"type\":\"string\"}," + SOURCE_FIELD));

        assertThat(SchemaEvolution.problems(changed, List.of(TOUCHPOINT)))
                .anyMatch(problem -> problem.startsWith("v1: field weather: ")
                        && problem.contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
    }

    @Test
    void aFieldWithoutDefaultRemovedIsReported() {
        Schema changed = changed(TOUCHPOINT, text -> text.replaceFirst("\\{\"name\":\"receivedAt\".*?\\},", ""));

        assertThat(SchemaEvolution.problems(changed, List.of(TOUCHPOINT)))
                .anyMatch(problem -> problem.startsWith("v1: field receivedAt: ")
                        && problem.contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
    }

    @Test
    void aChangedTypeIsReported() {
        Schema changed = changed(
                TOUCHPOINT,
                text -> text.replace(
                        "\"name\":\"occurredAt\",\"type\":\"long\"",
                        "\"name\":\"occurredAt\"," + "\"type\":\"string\""));

        assertThat(SchemaEvolution.problems(changed, List.of(TOUCHPOINT)))
                .anyMatch(problem -> problem.startsWith("v1: field occurredAt: ") && problem.contains("TYPE_MISMATCH"));
    }

    @Test
    void aWidenedTypeIsReportedAsOldReadersCannotReadIt() {
        Schema score = RelationshipScore.getClassSchema();
        Schema changed = changed(
                score,
                text -> text.replace(
                        "\"name\":\"wholePoints\",\"type\":\"int\"",
                        "\"name\":\"wholePoints\"," + "\"type\":\"long\""));

        assertThat(SchemaEvolution.problems(changed, List.of(score)))
                .anyMatch(problem -> problem.startsWith("v1: field wholePoints: ")
                        && problem.contains("reader type: INT not compatible with writer type: LONG"));
    }

    @Test
    void anEnumSymbolRemovedIsReportedByTheChecker() {
        Schema released = new Schema.Parser().parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"B\"]}");
        Schema changed = new Schema.Parser().parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}");

        assertThat(SchemaEvolution.problems(changed, List.of(released)))
                .anyMatch(problem -> problem.contains("MISSING_ENUM_SYMBOLS"));
    }

    @Test
    void anEnumSymbolRemovedIsReportedEvenWhereADefaultHidesIt() {
        Schema score = RelationshipScore.getClassSchema();
        Schema changed = changed(score, text -> text.replace("\"LOYAL\",", ""));

        assertThat(SchemaEvolution.problems(changed, List.of(score)))
                .containsExactly("v1: enum io.truenorth.contract.Stage lost the symbol LOYAL:"
                        + " records that were written with it would be read as UNKNOWN");
    }

    @Test
    void everyReleasedVersionCountsNotTheLatestAlone() {
        Schema first = SchemaBuilder.record("Visit")
                .fields()
                .requiredString("page")
                .name("note")
                .type()
                .stringType()
                .stringDefault("")
                .endRecord();
        Schema second =
                SchemaBuilder.record("Visit").fields().requiredString("page").endRecord();
        Schema third = SchemaBuilder.record("Visit")
                .fields()
                .requiredString("page")
                .name("note")
                .type()
                .longType()
                .longDefault(0)
                .endRecord();

        assertThat(SchemaEvolution.problems(third, List.of(second))).isEmpty();
        assertThat(SchemaEvolution.problems(third, List.of(first, second)))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("v1: field note: ") && problem.contains("TYPE_MISMATCH"));
    }

    @Test
    void aFieldWithDefaultMayComeAndGo() {
        Schema changed = changed(
                TOUCHPOINT,
                text -> text.replace(
                        SOURCE_FIELD, "{\"name\":\"weather\",\"type\":\"string\",\"default\":\"\"}," + SOURCE_FIELD));

        assertThat(SchemaEvolution.problems(changed, List.of(TOUCHPOINT))).isEmpty();
        assertThat(SchemaEvolution.problems(TOUCHPOINT, List.of(changed))).isEmpty();
    }

    @Test
    void anEnumWithADefaultMayGetANewSymbol() {
        Schema score = RelationshipScore.getClassSchema();
        Schema changed = changed(score, text -> text.replace("\"ADVOCATE\"", "\"ADVOCATE\",\"AMBASSADOR\""));

        assertThat(SchemaEvolution.problems(changed, List.of(score))).isEmpty();
    }

    /** Returns the schema with its text changed; fails if the text is unchanged. */
    private static Schema changed(Schema schema, UnaryOperator<String> change) {
        String text = change.apply(schema.toString());
        assertThat(text).isNotEqualTo(schema.toString());
        return new Schema.Parser().parse(text);
    }
}
