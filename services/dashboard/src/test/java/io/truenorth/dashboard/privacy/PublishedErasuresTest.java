package io.truenorth.dashboard.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.identity.IdentityHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedErasuresTest {
    private static final HashedIdentity ANN = HashedIdentity.of("crm:ann");

    private final PublishedErasures erasures = new PublishedErasures();
    private final List<ErasedIdentities> heard = new ArrayList<>();

    @Test
    void whatIsOfTheTimeOfTheErasureOrBeforeIsErased() {
        erasures.add(of(1_000, "crm:ann"));

        assertThat(erasures.covers(ANN, 1_000)).isTrue();
        assertThat(erasures.covers(ANN, 1_001)).isFalse();
        assertThat(erasures.covers(HashedIdentity.of("crm:bob"), 1)).isFalse();
        assertThat(erasures.erasedAt("crm:ann")).hasValue(1_000);
    }

    @Test
    void theLatestErasureHoldsInWhateverOrderTheyAreRead() {
        erasures.add(of(2_000, "crm:ann"));
        erasures.add(of(1_000, "crm:ann"));

        assertThat(erasures.erasedAt("crm:ann")).hasValue(2_000);
        assertThat(erasures.count()).isEqualTo(1);
    }

    @Test
    void whoListensHearsOnceOfWhatIsOnTwoTopics() {
        erasures.onErasure(heard::add);

        erasures.add(of(1_000, "crm:ann", "card:4711"));
        erasures.add(of(1_000, "crm:ann", "card:4711"));
        erasures.add(of(2_000, "crm:ann"));

        assertThat(heard).extracting(ErasedIdentities::at).containsExactly(1_000L, 2_000L);
    }

    @Test
    void onlyErasuresOfIdentityEventsAreTaken() {
        erasures.onErasure(heard::add);

        erasures.accept(KnownChanges.split("crm:ann", "card:4711", "2026-03-01T10:00:00Z"));
        erasures.accept(null);
        assertThat(heard).isEmpty();

        erasures.accept(KnownChanges.erased("2026-03-01T11:00:00Z", "crm:ann", "card:4711"));
        assertThat(heard)
                .singleElement()
                .satisfies(erasure -> assertThat(erasure.identities())
                        .containsExactlyInAnyOrder(ANN, HashedIdentity.of("card:4711")));
    }

    @Test
    void aTextThatIsNoHashIsNobodys() {
        assertThat(ErasedIdentities.of(
                                List.of(
                                        "crm:ann",
                                        "",
                                        IdentityHash.of("crm:ann").substring(1)),
                                1_000)
                        .identities())
                .isEmpty();
    }

    @Test
    void aHashIsWrittenAsItIsRead() {
        String hash = IdentityHash.of("crm:ann");

        assertThat(HashedIdentity.parse(hash)).contains(ANN);
        assertThat(ANN.text()).isEqualTo(hash);
    }

    private static ErasedIdentities of(long at, String... identities) {
        return ErasedIdentities.of(
                List.of(identities).stream().map(IdentityHash::of).toList(), at);
    }
}
