package io.truenorth.identity.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasures beside joins, splits and imports. Time is the number of the event. */
class ErasureRequestsTest {
    private static final IdentityRanking RANKING = new IdentityRanking(List.of("crm", "card", "email", "anonymous"));
    private static final JoinGuards GUARDS = new JoinGuards(Set.of("crm"), 5, Map.of());

    private RandomJoins joins = new RandomJoins(new Random(1), 3, RANKING, GUARDS);
    private int events;

    private void send(long at, String... identities) {
        joins.event(identities[0], List.of(identities), events++, at);
    }

    private void event(long at, String... identities) {
        send(at, identities);
        joins.rest();
    }

    private static ErasureRequest request(String id) {
        return new ErasureRequest(id, "officer", 0, false);
    }

    private void erase(String identity, String id, long at) {
        joins.clock(at);
        joins.erase(identity, request(id));
        joins.rest();
    }

    private CustomerIdentities customer(String identity) {
        CustomerIdentities customer = joins.customer(joins.node(identity).customer());
        while (customer.redirect() != null) {
            customer = joins.customer(customer.redirect());
        }
        return customer;
    }

    private long eventsOf(String customer) {
        return joins.ledgers().getOrDefault(customer, Map.of()).values().stream()
                .mapToInt(Set::size)
                .sum();
    }

    private void assertUnknown(String... identities) {
        for (String identity : identities) {
            long epoch = joins.suppression(identity).epoch();
            assertThat(joins.node(identity).isEmpty(epoch)).as(identity).isTrue();
            assertThat(joins.customer(identity).isEmpty(epoch)).as(identity).isTrue();
            assertThat(eventsOf(identity)).as(identity).isZero();
        }
    }

    @Test
    void allIdentitiesOfThePersonAreErased() {
        event(1, "card:7", "email:a@b.c");
        event(2, "crm:5", "email:a@b.c");
        erase("email:a@b.c", "q-1", 10);

        assertUnknown("crm:5", "card:7", "email:a@b.c");
        assertThat(joins.erased())
                .containsExactly(
                        new RandomJoins.Erased(request("q-1"), 10, Set.of("crm:5", "card:7", "email:a@b.c"), true));
    }

    /** The request comes while its customer may be waiting for the answer of the better one, or with the ledger under way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14})
    void anErasureInTheMiddleOfAJoinWins(int steps) {
        for (int seed = 0; seed < 200; seed++) {
            joins = new RandomJoins(new Random(seed), 3, RANKING, GUARDS);
            events = 0;
            event(1, "card:7");
            event(2, "crm:5");
            send(3, "card:7", "crm:5");
            for (int step = 0; step < steps; step++) {
                joins.step();
            }
            erase("card:7", "q-1", 10);
            event(4, "card:7");

            assertThat(eventsOf("card:7")).isZero();
            Set<String> erased = joins.erased().get(0).identities();
            assertThat(eventsOf("crm:5"))
                    .as("a join after the erasure is none, one before takes both")
                    .isEqualTo(erased.contains("crm:5") ? 0 : 1);
            assertThat(customer("crm:5").members()).containsOnlyKeys("crm:5");
            assertThat(customer("card:7").members()).containsOnlyKeys("card:7");
        }
    }

    @Test
    void whoWasSplitOffIsNotErasedWithTheOthers() {
        event(1, "crm:5", "card:7");
        event(2, "card:7");
        joins.split("card:7");
        joins.rest();
        erase("crm:5", "q-1", 10);

        assertUnknown("crm:5");
        assertThat(eventsOf("card:7")).isEqualTo(1);
        assertThat(customer("card:7").barred())
                .as("the pair names who is erased")
                .isEmpty();
    }

    @Test
    void whoJoinsAfterwardsKeepsEverything() {
        event(1, "card:7");
        erase("card:7", "q-1", 10);
        event(2, "crm:5");
        event(11, "card:7", "crm:5");
        event(3, "card:7");

        assertThat(customer("card:7").id()).isEqualTo("crm:5");
        assertThat(eventsOf("crm:5")).isEqualTo(2);
        assertThat(joins.suppressed()).hasSize(1);
    }

    @Test
    void theSuppressionGoesWithTheIdentityThroughJoinsAndSplits() {
        event(1, "anonymous:a");
        erase("anonymous:a", "q-1", 10);
        event(11, "card:7", "anonymous:a");
        event(12, "card:7", "crm:5");
        joins.split("anonymous:a");
        joins.rest();
        joins.clock(20);
        joins.link("anonymous:a", "crm:5");
        joins.rest();

        joins.importLedger("anonymous:a", 100, 5);
        joins.importLedger("anonymous:a", 101, 15);
        joins.rest();

        assertThat(customer("anonymous:a").id()).isEqualTo("crm:5");
        assertThat(joins.ledgers().get("crm:5").get("anonymous:a")).containsExactly(new RandomJoins.Event(101, 15));
    }

    @Test
    void anOldLinkJoinsNobodyFromEitherSide() {
        erase("card:7", "q-1", 10);
        event(5, "crm:5", "card:7");
        event(5, "card:7", "crm:6");
        joins.importLink(new Evidence("shop", "e-1", 4, false), "card:7", "crm:5");
        joins.importApart("card:7", "crm:5");
        joins.rest();

        assertUnknown("card:7");
        assertThat(joins.node("crm:5").reported()).isEmpty();
        assertThat(customer("crm:5").barred()).isEmpty();
        assertThat(eventsOf("crm:5")).isEqualTo(1);
    }

    @Test
    void aRequestIsExecutedOnce() {
        event(1, "crm:5", "card:7");
        joins.clock(10);
        joins.erase("crm:5", request("q-1"));
        joins.erase("crm:5", request("q-1"));
        joins.rest();
        event(11, "card:7");
        erase("card:7", "q-1", 20);
        assertThat(joins.erased()).hasSize(1);
        assertThat(eventsOf("card:7")).isEqualTo(1);

        erase("card:7", "q-2", 30);
        assertThat(joins.erased()).hasSize(2);
        assertUnknown("card:7");
    }

    @Test
    void aLaterErasureHoldsAlthoughItsClockIsBehind() {
        joins.clock(10);
        joins.erase("card:7", new ErasureRequest("q-1", "officer", 0, true));
        joins.rest();
        erase("card:7", "q-2", 4);

        assertThat(joins.erased()).extracting(RandomJoins.Erased::at).containsExactly(10L, 11L);
        event(12, "card:7");
        assertThat(eventsOf("card:7")).isEqualTo(1);
        event(11, "card:7");
        assertThat(eventsOf("card:7")).isEqualTo(1);
    }

    @Test
    void allIdentitiesOfWhoHasWithdrawnActivationKnowIt() {
        event(2, "crm:5", "card:7");
        joins.withdrawActivation("crm:5");
        erase("card:7", "q-1", 10);
        erase("card:8", "q-2", 10);

        assertThat(joins.suppression("crm:5").activationWithdrawnAt()).isEqualTo(1);
        assertThat(joins.suppression("card:7").activationWithdrawnAt()).isEqualTo(1);
        assertThat(joins.suppression("card:8").activationWithdrawnAt()).isZero();
    }

    @Test
    void whoJoinsAgainBringsWhatIsKeptOfTheirConsent() {
        event(1, "card:7");
        event(2, "crm:5");
        erase("card:7", "q-1", 10);
        assertThat(joins.begunAnew()).isEmpty();

        event(11, "card:7", "crm:5");
        assertThat(joins.begunAnew()).containsExactly("card:7");
    }

    @Test
    void whoIsUnknownIsSuppressed() {
        erase("card:7", "q-1", 10);
        assertThat(joins.erased().get(0).known()).isFalse();
        event(5, "card:7");
        assertUnknown("card:7");

        event(11, "card:7");
        assertThat(eventsOf("card:7")).isEqualTo(1);
    }
}
