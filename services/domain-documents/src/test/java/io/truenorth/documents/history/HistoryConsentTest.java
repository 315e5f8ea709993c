package io.truenorth.documents.history;

import static io.truenorth.documents.history.MappedFile.EVENT;
import static io.truenorth.documents.history.MappedFile.TIME;
import static io.truenorth.documents.history.MappedFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.InvalidDocumentException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consent in the lines of histories. */
class HistoryConsentTest {
    private static final String HEADER = "customer,ts,channel,kind,direction,consent.scoring,consent.activation\n";
    private static final String LINE = "c-1,1767225600,web,purchase,in,";
    private static final String MAPPING = TIME
            + EVENT
            + "identities: [ { crm: c } ]\n"
            + "consent: { scoring: { column: s }, activation: { column: a, values: { opt-in: true, opt-out: false } } }\n";

    private static HistoryConsent consent(Boolean scoring, Boolean activation) {
        return new HistoryConsent(Optional.ofNullable(scoring), Optional.ofNullable(activation));
    }

    @Test
    void theCanonicalFormHasAColumnForEachPurpose() {
        Recorder recorder = Recorder.read(
                HEADER + LINE + "true,\n" + LINE + "FALSE,yes\n" + LINE + "1,no\n" + LINE + ",undefined\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events)
                .extracting(HistoryEvent::consent)
                .containsExactly(consent(true, null), consent(false, true), consent(true, false), HistoryConsent.NONE);
    }

    @Test
    void jsonLinesMayHaveTrueAndFalse() {
        Recorder recorder = Recorder.read(
                "{\"customer\":\"c-1\",\"ts\":1767225600,\"channel\":\"web\",\"kind\":\"purchase\",\"direction\":\"in\","
                        + "\"consent.scoring\":false,\"consent.activation\":true}\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events).extracting(HistoryEvent::consent).containsExactly(consent(false, true));
    }

    @Test
    void aMappingNamesColumnsAndTheirWords() {
        Recorder recorder = read(MAPPING, "c,t,s,a\n7,1,no,opt-in\n7,2,,opt-out\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events)
                .extracting(HistoryEvent::consent)
                .containsExactly(consent(false, true), consent(null, false));
    }

    @Test
    void anythingElseIsRefusedByItsColumn() {
        Recorder recorder = Recorder.read(HEADER + LINE + "perhaps,\n" + LINE + ",2\n");

        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:2: consent.scoring: expected true, false or nothing, was \"perhaps\"",
                        "h.csv:3: consent.activation: expected true, false or nothing, was \"2\"");
    }

    @Test
    void aRetractionHasNoConsent() {
        Recorder recorder = Recorder.read(
                "customer,ts,channel,kind,direction,retracts,consent.scoring\nc-1,1767225600,,,,e-1,false\n");

        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:2: consent.scoring: expected nothing, as the line is a retraction, was \"false\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { }                                             | m.yaml:6: consent: expected scoring, activation or both, such as
            { scoring: { constant: maybe } }                | m.yaml:6: consent.scoring.constant: expected true, false or nothing, was "maybe"
            { scoring: { column: s, values: { y: given } } } | m.yaml:6: consent.scoring.values.y: expected true, false or nothing, was "given"
            """)
    void invalidConsentOfAMappingIsNamed(String consent, String message) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(
                        () -> MappedFile.mapping(TIME + EVENT + "customer: {column: c}\nconsent: " + consent + "\n"))
                .withMessageContaining(message);
    }
}
