package io.truenorth.relationship.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InternerTest {
    private final Interner<List<String>> interner = new Interner<>(2);

    @Test
    void equalValuesAreOneInstance() {
        List<String> first = interner.shared(List.of("web"));

        assertThat(interner.shared(List.of("web"))).isSameAs(first);
    }

    @Test
    void ofTooManyValuesTheLaterOnesAreNotShared() {
        interner.shared(List.of("web"));
        interner.shared(List.of("store"));
        List<String> third = interner.shared(List.of("app"));

        assertThat(interner.shared(List.of("app"))).isNotSameAs(third);
    }

    @Test
    void aValueThatIsForgottenIsSharedAnew() {
        List<String> first = interner.shared(List.of("web"));

        interner.forget(List.of("web"));

        List<String> second = interner.shared(List.of("web"));
        assertThat(second).isNotSameAs(first);
        assertThat(interner.shared(List.of("web"))).isSameAs(second);
    }
}
