package io.truenorth.documents.history;

import static io.truenorth.documents.history.MappedFile.EVENT;
import static io.truenorth.documents.history.MappedFile.TIME;
import static io.truenorth.documents.history.MappedFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.InvalidDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines about orders and tickets, with a customer or without. */
class HistoryReferencesTest {
    private static final String MAPPING =
            TIME + EVENT + "identities: [ { crm: c } ]\nreferences: [ { order: o }, { ticket: k } ]\n";

    @Test
    void aLineHasTheReferencesOfItsColumns() {
        Recorder recorder = read(MAPPING, "c,t,o,k\n7,1, 10:17 ,88\n7,2,,undefined\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events).extracting(HistoryEvent::customer).containsOnly("crm:7");
        assertThat(recorder.events.get(0).references()).containsExactly("order:10:17", "ticket:88");
        assertThat(recorder.events.get(1).references()).isEmpty();
    }

    @Test
    void aLineWithoutACustomerIsOfTheCustomerOfItsReference() {
        Recorder recorder = read(MAPPING, "c,t,o,k\n,1,1017,\n,1,1018,\n,1,1018,\n,1,,\nguest,1,1017,\n");

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsOnly("");
        assertThat(recorder.events)
                .extracting(HistoryEvent::customerOrReference)
                .containsExactly("order:1017", "order:1018", "order:1018");
        assertThat(recorder.ids()).as("equal lines are events of their own").doesNotHaveDuplicates();
        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:5: expected an identity in one of c, was none",
                        "h.csv:6: c: expected the id of somebody, not a generic name, was \"guest\"");
    }

    @Test
    void linesWithoutACustomerAreLeftOutIfTheMappingSaysSo() {
        Recorder recorder = read(MAPPING + "skipWithoutCustomer: true\n", "c,t,o,k\n,1,1017,\n");

        assertThat(recorder.events).isEmpty();
        assertThat(recorder.rejected).isEmpty();
    }

    @Test
    void aMappingWithReferencesNeedsNoCustomer() {
        Recorder recorder = read(TIME + EVENT + "references: [ { order: o } ]\n", "t,o\n1,1017\n2,\n");

        assertThat(recorder.events)
                .singleElement()
                .extracting(HistoryEvent::customerOrReference)
                .isEqualTo("order:1017");
        assertThat(recorder.rejected).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [ { Order: o } ]              | m.yaml:6: references[0].Order: expected a type in lower-case words, was "Order"
            [ { order: o, ticket: k } ]   | m.yaml:6: references[0]: expected one type with its column, such as { order: Order No }
            [ ]                           | m.yaml:6: references: expected 1 to 20 references, such as [ { order: Order No } ], was 0
            """)
    void invalidReferencesAreNamed(String references, String message) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() ->
                        MappedFile.mapping(TIME + EVENT + "customer: {column: c}\nreferences: " + references + "\n"))
                .withMessageContaining(message);
    }
}
