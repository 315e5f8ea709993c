package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Consent;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.segment.ConsentCategories.Purpose;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The consent of messages, by the categories of Segment's documentation and by those of a source. */
class ConsentCategoriesTest {

    private static TranslationUnderTest translation(ConsentCategories categories) {
        return new TranslationUnderTest(
                new SegmentTranslation("store", new KindNames(Map.of()), Optional.empty(), categories));
    }

    private static String message(String context) {
        return ("{'type': 'track', 'event': 'Order Completed', 'userId': 'u-1', 'messageId': 'm-1',"
                        + " 'timestamp': '2026-03-01T10:00:00Z', 'context': " + context + "}")
                .replace('\'', '"');
    }

    private static Consent consent(ConsentCategories categories, String context) {
        return translation(categories).touchpoint(message(context), Map.of()).getConsent();
    }

    /** The example of Segment's documentation. */
    @Test
    void whatIsAnalysedIsScoredAndWhatIsAdvertisedOrSharedIsActivation() {
        assertThat(consent(
                        ConsentCategories.usual(),
                        "{'consent': {'categoryPreferences': {'Advertising': true, 'Analytics': false, 'Functional': true,"
                                + " 'DataSharing': false}}}"))
                .isEqualTo(new Consent(false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            'Analytics': true                           | true  | -
            'analytics': true, 'MARKETING': true        | true  | true
            'Advertising': true, 'Marketing': false     | -     | false
            'Advertising': null, 'Analytics': false     | false | -
            """)
    void allCategoriesOfAPurposeMustBeGiven(String preferences, Boolean scoring, Boolean activation) {
        assertThat(consent(ConsentCategories.usual(), "{'consent': {'categoryPreferences': {" + preferences + "}}}"))
                .isEqualTo(new Consent(scoring, activation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            {'consent': null}
            {'consent': {}}
            {'consent': {'categoryPreferences': null}}
            {'consent': {'categoryPreferences': {}}}
            {'consent': {'categoryPreferences': {'Functional': 'yes', 'C0001': [1]}}}
            """)
    void aMessageThatSaysNothingOfAPurposeHasNoConsent(String context) {
        assertThat(consent(ConsentCategories.usual(), context)).isNull();
    }

    @Test
    void aSourceNamesTheCategoriesOfItsOwnPlatform() {
        ConsentCategories ours = new ConsentCategories(Map.of("C0002", Purpose.SCORING));

        assertThat(consent(ours, "{'consent': {'categoryPreferences': {'C0002': true, 'Analytics': false}}}"))
                .isEqualTo(new Consent(true, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'consent': true}                                            | /context/consent                               | expected an object, was true
            {'consent': {'categoryPreferences': ['Analytics']}}          | /context/consent/categoryPreferences           | expected an object, was an array
            {'consent': {'categoryPreferences': {'Analytics': 'no'}}}    | /context/consent/categoryPreferences/Analytics | expected true or false, was "no"
            {'consent': {'categoryPreferences': {'Advertising': 1}}}     | /context/consent/categoryPreferences/Advertising | expected true or false, was 1
            """)
    void malformedConsentFailsByItsPlace(String context, String path, String message) {
        FailedEvent failure = translation(ConsentCategories.usual()).failure(message(context), Map.of());

        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.message()).isEqualTo(message);
    }
}
