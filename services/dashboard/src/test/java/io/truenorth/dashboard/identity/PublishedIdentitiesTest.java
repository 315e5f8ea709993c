package io.truenorth.dashboard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.dashboard.identity.IdentityChange.Type;
import io.truenorth.dashboard.privacy.PublishedErasures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedIdentitiesTest {
    private final PublishedErasures erasures = new PublishedErasures();
    private final PublishedIdentities identities = new PublishedIdentities(erasures);

    @Test
    void aChainOfRedirectsLeadsToTheCustomer() {
        identities.redirect("anonymous:1", "email:a", KnownChanges.PUBLISHED);
        identities.redirect("email:a", "card:7", KnownChanges.PUBLISHED);
        identities.redirect("card:7", "user:ann", KnownChanges.PUBLISHED);

        assertThat(identities.customerOf("anonymous:1")).isEqualTo("user:ann");
        assertThat(identities.customerOf("user:ann")).isEqualTo("user:ann");
        assertThat(identities.customerOf("user:unknown")).isEqualTo("user:unknown");
        assertThat(identities.joinedCount()).isEqualTo(3);
    }

    @Test
    void afterASplitAnIdentityIsACustomerOfItsOwnAgain() {
        identities.redirect("card:7", "user:ann", KnownChanges.PUBLISHED);

        identities.redirect("card:7", null, KnownChanges.PUBLISHED);

        assertThat(identities.customerOf("card:7")).isEqualTo("card:7");
        assertThat(identities.joined()).isEmpty();
    }

    @Test
    void redirectsThatAreReadInAnotherOrderThanWrittenDoNotLoop() {
        identities.redirect("card:1", "card:2", KnownChanges.PUBLISHED);
        identities.redirect("card:2", "card:1", KnownChanges.PUBLISHED);

        assertThat(identities.customerOf("card:1")).startsWith("card:");
    }

    @Test
    void changesAreFoundByEveryIdentityThatTheyName() {
        accept(KnownChanges.joined(
                "user:ann", List.of("anonymous:1", "email:a"), "email:a", "user:ann", "2026-03-01T10:00:00Z"));

        for (String identity : List.of("user:ann", "anonymous:1", "email:a")) {
            assertThat(identities.naming(List.of(identity)))
                    .as(identity)
                    .extracting(IdentityChange::type)
                    .containsExactly(Type.JOINED);
        }
        assertThat(identities.naming(List.of("card:7"))).isEmpty();
    }

    @Test
    void theLatestChangesComeFirstInWhateverOrderTheyAreRead() {
        accept(KnownChanges.split("user:ann", "card:7", "2026-03-03T10:00:00Z"));
        accept(KnownChanges.joined("user:ann", List.of("card:7"), "card:7", "user:ann", "2026-03-01T10:00:00Z"));
        accept(KnownChanges.refused("user:ann", "device:1", "user:bob", "UNIQUE_NAMESPACE", "2026-03-02T10:00:00Z"));

        assertThat(identities.naming(List.of("user:ann", "card:7")))
                .extracting(IdentityChange::type)
                .containsExactly(Type.SPLIT, Type.REFUSED, Type.JOINED);
        assertThat(identities.latest(2)).extracting(IdentityChange::type).containsExactly(Type.SPLIT, Type.REFUSED);
    }

    @Test
    void aTypeOfALaterVersionIsIgnored() {
        accept(KnownChanges.event("user:ann", IdentityEventType.UNSPECIFIED, "web", "2026-03-01T10:00:00Z")
                .build());

        assertThat(identities.latest(10)).isEmpty();
    }

    @Test
    void ofManyIdentitiesOnlyTheFirstAreKeptAndAllAreCounted() {
        List<String> visitors =
                IntStream.range(0, 99).mapToObj(i -> "anonymous:" + i).toList();

        accept(KnownChanges.joined("user:ann", visitors, "anonymous:0", "user:ann", "2026-03-01T10:00:00Z"));

        assertThat(identities.latest(1)).singleElement().satisfies(change -> {
            assertThat(change.identities()).hasSize(10);
            assertThat(change.identityCount()).isEqualTo(99);
        });
    }

    @Test
    void refusedLinksBetweenTwoCustomersAreOneRefusedJoin() {
        identities.redirect("device:1", "user:ann", KnownChanges.PUBLISHED);
        identities.redirect("phone:5", "user:ann", KnownChanges.PUBLISHED);
        refuse("device:1", "user:bob", "2026-03-01T10:00:00Z");
        refuse("user:bob", "device:1", "2026-03-02T10:00:00Z");
        refuse("phone:5", "user:bob", "2026-03-03T10:00:00Z");
        refuse("user:cyd", "user:dan", "2026-03-04T10:00:00Z");

        List<RefusedJoin> joins = identities.refusedJoins();

        assertThat(joins).extracting(RefusedJoin::first).containsExactly("user:cyd", "user:ann");
        assertThat(joins).extracting(RefusedJoin::second).containsExactly("user:dan", "user:bob");
        assertThat(joins.get(1).links())
                .extracting(IdentityChange::first)
                .as("one for each link, the latest first")
                .containsExactly("phone:5", "user:bob");
    }

    @Test
    void aRefusalHoldsUntilBothAreOneCustomer() {
        refuse("card:7", "user:ann", "2026-03-01T10:00:00Z");

        identities.redirect("card:7", "user:ann", KnownChanges.PUBLISHED);
        assertThat(identities.refusedJoins()).isEmpty();

        identities.redirect("card:7", null, KnownChanges.PUBLISHED);
        assertThat(identities.refusedJoins()).hasSize(1);
    }

    @Test
    void whatNamesAnErasedIdentityIsForgotten() {
        acceptChangesOfAnn();
        identities.redirect("card:7", "user:ann", KnownChanges.PUBLISHED);
        identities.redirect("phone:5", "user:bob", KnownChanges.PUBLISHED);

        erasures.accept(KnownChanges.erased("2026-03-01T12:00:00Z", "user:ann", "card:7"));

        assertNothingOfAnnIsLeft();
        assertThat(identities.joined()).containsExactly("phone:5");
        assertThat(identities.naming(List.of("user:cyd")))
                .extracting(IdentityChange::type)
                .containsExactly(Type.JOINED);
    }

    @Test
    void whatIsReadAfterTheErasureAndIsOfATimeBeforeItIsForgottenToo() {
        List<String> heard = new ArrayList<>();
        identities.onChange(change -> heard.add(change.customer()));
        identities.onRedirect(heard::add);
        erasures.accept(KnownChanges.erased("2026-03-01T12:00:00Z", "user:ann", "card:7"));

        acceptChangesOfAnn();
        identities.redirect("card:7", "user:ann", KnownChanges.PUBLISHED);
        identities.redirect("card:7", null, KnownChanges.PUBLISHED);

        assertNothingOfAnnIsLeft();
        assertThat(identities.joined()).isEmpty();
        assertThat(heard).containsExactly("user:cyd");
    }

    @Test
    void whatHappensAfterTheErasureIsKept() {
        erasures.accept(KnownChanges.erased("2026-03-01T08:00:00Z", "user:ann", "card:7"));

        acceptChangesOfAnn();
        identities.redirect("card:7", "user:ann", KnownChanges.PUBLISHED);

        assertThat(identities.latest(10)).hasSize(4);
        assertThat(identities.customerOf("card:7")).isEqualTo("user:ann");
    }

    @Test
    void ofAnIdentityWithManyChangesAllAreForgotten() {
        for (int minute = 0; minute < 60; minute++) {
            refuse("device:tablet", "user:u" + minute, "2026-03-01T10:%02d:00Z".formatted(minute));
        }
        refuse("user:bob", "card:7", "2026-03-01T10:00:00Z");
        assertThat(identities.naming(List.of("device:tablet"))).hasSize(50);

        erasures.accept(KnownChanges.erased("2026-03-01T12:00:00Z", "device:tablet"));

        assertThat(identities.latest(100))
                .singleElement()
                .satisfies(change -> assertThat(change.first()).isEqualTo("user:bob"));
    }

    private void acceptChangesOfAnn() {
        accept(KnownChanges.joined("user:ann", List.of("card:7"), "card:7", "user:ann", "2026-03-01T10:00:00Z"));
        accept(KnownChanges.refused("user:bob", "device:1", "user:ann", "UNIQUE_NAMESPACE", "2026-03-01T10:00:00Z"));
        accept(KnownChanges.conflict("user:bob", "order:1017", "user:bob", "card:7", "2026-03-01T10:00:00Z"));
        accept(KnownChanges.joined("user:cyd", List.of("card:9"), "card:9", "user:cyd", "2026-03-01T10:00:00Z"));
    }

    private void assertNothingOfAnnIsLeft() {
        assertThat(identities.naming(List.of("user:ann", "card:7"))).isEmpty();
        assertThat(identities.latest(10)).extracting(IdentityChange::customer).containsExactly("user:cyd");
        assertThat(identities.refusedJoins()).isEmpty();
        assertThat(identities.customerOf("card:7")).isEqualTo("card:7");
    }

    @Test
    void whoListensHearsOfEachChangeAndRedirect() {
        List<String> heard = new ArrayList<>();
        identities.onChange(change -> heard.add(change.customer()));
        identities.onRedirect(heard::add);

        accept(KnownChanges.split("user:ann", "card:7", "2026-03-03T10:00:00Z"));
        identities.redirect("card:7", null, KnownChanges.PUBLISHED);

        assertThat(heard).containsExactly("user:ann", "card:7");
    }

    private void refuse(String first, String second, String at) {
        accept(KnownChanges.refused("user:ann", first, second, "UNIQUE_NAMESPACE", at));
    }

    private void accept(IdentityEvent event) {
        identities.accept(event.getCustomer(), event);
    }
}
