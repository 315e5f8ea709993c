package io.truenorth.identity.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What requests by users do, and which answers they get. */
class JoinRequestsTest {
    private static final IdentityRanking RANKING = new IdentityRanking(List.of("crm", "card", "email", "anonymous"));

    private final RandomJoins joins =
            new RandomJoins(new Random(1), 3, RANKING, new JoinGuards(Set.of("crm"), 5, Map.of("email", 2)));
    private int events;

    private void event(String... identities) {
        joins.event(identities[0], List.of(identities), events++);
        joins.rest();
    }

    private CustomerIdentities customer(String identity) {
        CustomerIdentities customer = joins.customer(joins.node(identity).customer());
        while (customer.redirect() != null) {
            customer = joins.customer(customer.redirect());
        }
        return customer;
    }

    private int eventsOf(String customer) {
        return joins.ledgers().getOrDefault(customer, Map.of()).values().stream()
                .mapToInt(Set::size)
                .sum();
    }

    @Test
    void aSplitGivesEachItsOwnEventsBack() {
        event("card:1", "email:a@b.c");
        event("email:a@b.c");
        event("card:1");
        assertThat(customer("email:a@b.c").id()).isEqualTo("card:1");
        assertThat(eventsOf("card:1")).isEqualTo(3);

        joins.split("card:1");
        joins.rest();

        assertThat(eventsOf("card:1")).isEqualTo(2);
        assertThat(eventsOf("email:a@b.c")).isEqualTo(1);
        event("card:1", "email:a@b.c");
        assertThat(customer("email:a@b.c").id())
                .as("what was split stays apart")
                .isEqualTo("email:a@b.c");
    }

    @Test
    void aLinkByHandJoinsWhatWasSplit() {
        event("card:1", "email:a@b.c");
        joins.split("email:a@b.c");
        joins.rest();

        joins.link("email:a@b.c", "card:1");
        joins.rest();

        assertThat(customer("email:a@b.c").id()).isEqualTo("card:1");
        assertThat(customer("card:1").barred()).isEmpty();
        assertThat(eventsOf("card:1")).isEqualTo(1);
    }

    @Test
    void aRequestRepeatedChangesNothing() {
        event("card:1", "email:a@b.c");
        joins.split("card:1");
        joins.split("card:1");
        joins.rest();
        assertThat(customer("card:1").members()).containsOnlyKeys("card:1");
        assertThat(joins.notSplit()).containsExactly("card:1");
        joins.link("card:1", "email:a@b.c");
        joins.link("card:1", "email:a@b.c");
        joins.rest();
        assertThat(customer("card:1").members()).containsOnlyKeys("card:1", "email:a@b.c");
    }

    @Test
    void twoAccountsNeverJoinNotEvenByHand() {
        event("crm:1", "email:a@b.c");
        event("crm:2", "email:a@b.c");
        joins.link("crm:1", "crm:2");
        joins.rest();

        assertThat(customer("crm:2").members()).containsOnlyKeys("crm:2");
        assertThat(customer("crm:1").refusals())
                .extracting(RefusedLink::reason)
                .containsOnly(RefusalReason.UNIQUE_NAMESPACE);
    }

    @Test
    void aRefusedLinkIsTriedAgainAfterASplit() {
        event("crm:1", "email:a@b.c");
        event("crm:2", "email:a@b.c");
        assertThat(customer("email:a@b.c").id()).isEqualTo("crm:1");

        joins.split("email:a@b.c");
        joins.rest();

        assertThat(customer("email:a@b.c").id())
                .as("the link with the other account")
                .isEqualTo("crm:2");
        assertThat(customer("crm:1").members()).containsOnlyKeys("crm:1");
    }

    @Test
    void limitsHold() {
        event("card:1", "email:a@b.c", "email:b@b.c", "email:c@b.c");
        assertThat(customer("card:1").members()).hasSize(3);
        assertThat(customer("card:1").refusals())
                .extracting(RefusedLink::reason)
                .containsExactly(RefusalReason.TOO_MANY_IDENTITIES);
    }

    @Test
    void aDeviceOfAllIsNobodys() {
        int people = IdentityNode.MOST_LINKS + 100;
        for (int person = 0; person < people; person++) {
            event("crm:" + person, "device:terminal");
        }

        assertThat(customer("device:terminal").members()).hasSize(2);
        assertThat(customer("crm:7").members()).hasSize(1);
        assertThat(customer("crm:" + (people - 1)).refusals())
                .singleElement()
                .returns(RefusalReason.SHARED, RefusedLink::reason);
        assertThat(customer("device:terminal").refusals()).hasSizeLessThanOrEqualTo(100);
        assertThat(customer("device:terminal").refused()).isEqualTo(IdentityNode.MOST_LINKS - 1);

        int before = joins.handled();
        event("crm:new", "device:terminal");
        assertThat(joins.handled() - before).as("messages for one more").isLessThanOrEqualTo(4);
    }

    @Test
    void anIdentityTellsOfALimitedNumberOfOthers() {
        for (int device = 0; device < IdentityNode.MOST_LINKS + 50; device++) {
            event("crm:1", "device:" + device);
        }
        assertThat(customer("crm:1").members()).hasSize(5);
        assertThat(joins.node("crm:1").reported()).hasSize(IdentityNode.MOST_LINKS);
        assertThat(customer("crm:1").refusals()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void manyWhoAskAtOnceAreAnswered() {
        for (int device = 0; device < 3; device++) {
            joins.event("card:1", List.of("device:" + device), events++);
        }
        for (int visitor = 0; visitor < 2_000; visitor++) {
            joins.event("card:1", List.of("anonymous:" + visitor), events++);
        }
        joins.event("crm:1", List.of("card:1"), events++);
        joins.rest();

        assertThat(customer("card:1").id()).isEqualTo("crm:1");
        assertThat(customer("card:1").members()).hasSize(5);
        assertThat(eventsOf("crm:1")).isEqualTo(events);
    }

    @Test
    void whoJoinedOneAfterAnotherIsReachedAtOnce() {
        RandomJoins many = new RandomJoins(new Random(2), 3, RANKING, new JoinGuards(Set.of(), 200, Map.of()));
        for (int card = 100; card > 0; card--) {
            many.event(card(card), List.of(card(card - 1)), card);
            many.rest();
        }
        assertThat(many.customer(card(100)).redirect())
                .as("no chain of redirects")
                .isEqualTo(card(0));
        assertThat(many.node(card(100)).customer()).isEqualTo(card(0));

        int before = many.handled();
        many.event(card(100), List.of(), 1_000);
        many.rest();

        assertThat(many.handled() - before).isLessThanOrEqualTo(2);
        assertThat(many.ledgers().get(card(0)).get(card(100))).hasSize(2);
    }

    @Test
    void aRequestIsExecutedOnceAndDoesNotLiftALaterSplit() {
        joins.link("card:1", "email:a@b.c");
        joins.rest();
        joins.split("email:a@b.c");
        joins.rest();

        joins.importLink(new Evidence("user", "link", 0, true), "card:1", "email:a@b.c");
        joins.rest();

        assertThat(customer("email:a@b.c").id())
                .as("an export from before the split")
                .isEqualTo("email:a@b.c");
        joins.link("card:1", "email:a@b.c");
        joins.rest();
        assertThat(customer("email:a@b.c").id()).as("a new request").isEqualTo("card:1");
    }

    private static String card(int number) {
        return String.format(Locale.ROOT, "card:%03d", number);
    }
}
