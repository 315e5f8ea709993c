package io.truenorth.identity.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final Suppression DROPPING = new Suppression(1_000, true, 3, List.of("q-1"));
    private static final Suppression BEGINNING_ANEW = new Suppression(1_000, false, 3, List.of("q-1"));

    /** They come to a partition in any order. */
    private static Suppression after(Suppression first, Suppression second) {
        assertThat(first.and(second)).isEqualTo(second.and(first));
        return first.and(second);
    }

    @Test
    void consentToScoringHasLaterEventsBeginAnew() {
        Suppression given = DROPPING.withScoringGiven(1_500);

        assertThat(given).isEqualTo(new Suppression(1_500, false, 3, List.of("q-1")));
        assertThat(given.covers(1_500)).isTrue();
        assertThat(given.covers(1_501)).isFalse();
        assertThat(after(DROPPING, given)).isEqualTo(given);
    }

    @Test
    void consentIsLaterThanTheErasureWhateverTheClocksSay() {
        assertThat(DROPPING.withScoringGiven(900).until()).isEqualTo(1_001);
        assertThat(after(DROPPING, DROPPING.withScoringGiven(900)).dropsLater()).isFalse();
    }

    @Test
    void consentThatIsWithdrawnLaterHolds() {
        Suppression given = DROPPING.withScoringGiven(1_500);
        Suppression withdrawn = DROPPING.withScoringWithdrawn(1_600);

        assertThat(withdrawn.until()).isEqualTo(1_600);
        assertThat(after(given, withdrawn)).isEqualTo(withdrawn);
        assertThat(after(DROPPING.withScoringWithdrawn(1_400), given)).isEqualTo(given);
    }

    @Test
    void anObjectionFromBeforeTheErasureHoldsAsIfItHadComeInTime() {
        assertThat(after(BEGINNING_ANEW, BEGINNING_ANEW.withScoringWithdrawn(400)))
                .isEqualTo(DROPPING);
    }

    @Test
    void activationStaysWithdrawnThroughErasuresAndConsentToScoring() {
        Suppression withdrawn = DROPPING.withActivationWithdrawn(700).withActivationWithdrawn(600);
        assertThat(withdrawn.activationWithdrawnAt()).isEqualTo(700);

        Suppression erasedAgain = new Suppression(2_000, false, 4, List.of("q-2"));
        assertThat(after(withdrawn, erasedAgain))
                .isEqualTo(new Suppression(2_000, false, 4, List.of("q-1", "q-2"), 700));
        assertThat(after(withdrawn, DROPPING.withScoringGiven(1_500)).activationWithdrawnAt())
                .isEqualTo(700);
    }

    @Test
    void identitiesOfOneErasureAreToldByItsTimeAndRequest() {
        assertThat(DROPPING.isOfSameErasure(new Suppression(1_000, false, 1, List.of("q-0", "q-1"))))
                .isTrue();
        assertThat(DROPPING.isOfSameErasure(new Suppression(1_000, true, 3, List.of("q-1", "q-2"))))
                .isFalse();
        assertThat(DROPPING.isOfSameErasure(new Suppression(1_001, true, 3, List.of("q-1"))))
                .isFalse();
        assertThat(DROPPING.isOfSameErasure(new Suppression(1_000, true, 3, List.of())))
                .isFalse();
    }
}
