package io.truenorth.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggestionsTest {

    private static final List<String> KNOWN = List.of("halfLife", "weight", "customer", "value");

    @ParameterizedTest
    @CsvSource({
        "halflife, halfLife",
        "half_life, halfLife",
        "wieght, weight",
        "Customer, customer",
        "' value', value",
        "custmer, customer"
    })
    void aSlipIsForgiven(String written, String meant) {
        String expected = ", did you mean " + meant + "?";
        assertThat(NameSuggestions.didYouMean(written, KNOWN)).isEqualTo(expected);
    }

    @Test
    void theNearestComeFirst() {
        assertThat(NameSuggestions.of("c-12", List.of("c-21", "c-99", "c-1", "c-123", "d-34"), 3))
                .containsExactly("c-1", "c-123", "c-21");
    }

    @Test
    void aNameThatNeedNotBeKnownIsNearWithinTheEdits() {
        assertThat(NameSuggestions.nearest("custmoer", KNOWN, 2)).contains("customer");
        assertThat(NameSuggestions.nearest("costumers", KNOWN, 2)).isEmpty();
        assertThat(NameSuggestions.nearest("costumers", KNOWN, 3)).contains("customer");
    }

    @Test
    void nothingIsNearEverything() {
        assertThat(NameSuggestions.didYouMean("colour", KNOWN)).isEmpty();
        assertThat(NameSuggestions.of("", KNOWN, 3)).isEmpty();
    }
}
