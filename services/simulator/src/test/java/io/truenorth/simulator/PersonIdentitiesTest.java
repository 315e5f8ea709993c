package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersonIdentitiesTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final SimulationConfig CONFIG =
            SimulationConfig.of(42, 600, START).withSeveralIdentities(1);
    private static final int DAYS = 730;

    @Test
    void onlyTheTabletOfAFamilyIsSharedAndItIsNeverAlone() {
        Map<SimulatedIdentity, Set<String>> users = new HashMap<>();
        for (SimulatedTouch touch : touches(CONFIG)) {
            for (SimulatedIdentity identity : touch.identities()) {
                users.computeIfAbsent(identity, first -> new HashSet<>()).add(touch.person());
                if (isTablet(identity)) {
                    assertThat(touch.identities())
                            .extracting(SimulatedIdentity::namespace)
                            .contains("crm");
                }
            }
        }
        users.values().removeIf(persons -> persons.size() == 1);

        assertThat(users).isNotEmpty();
        assertThat(users.keySet()).allMatch(PersonIdentitiesTest::isTablet);
        assertThat(users.values()).allMatch(persons -> persons.size() <= 3);
    }

    @Test
    void aChannelKnowsThePersonByItsOwnIdentities() {
        Map<String, Set<String>> namespaces = new TreeMap<>();
        for (SimulatedTouch touch : touches(CONFIG)) {
            namespaces
                    .computeIfAbsent(touch.channel() + " " + touch.kind(), first -> new TreeSet<>())
                    .add(touch.identities().stream()
                            .map(SimulatedIdentity::namespace)
                            .collect(Collectors.joining("+")));
        }

        assertThat(namespaces).containsEntry("store store_visited", Set.of("card"));
        assertThat(namespaces).containsEntry("email email_opened", Set.of("email"));
        assertThat(namespaces).containsEntry("support ticket_opened", Set.of("email"));
        assertThat(namespaces).containsEntry("web page_viewed", Set.of("anonymous", "crm+anonymous"));
        assertThat(namespaces).containsEntry("web signed_up", Set.of("crm+email+anonymous"));
        assertThat(namespaces).containsEntry("app app_opened", Set.of("device", "crm+device"));
        assertThat(namespaces).containsEntry("app card_registered", Set.of("crm+card+device"));
        assertThat(namespaces.get("support ticket_answered")).contains("email", "crm+email");
        assertThat(namespaces.get("web purchase")).contains("email+anonymous", "crm+anonymous");
    }

    @Test
    void whoSignsUpOnTheWebHasVisitedItBefore() {
        Set<SimulatedIdentity> visitors = new HashSet<>();
        List<SimulatedTouch> signedUp = new ArrayList<>();
        for (SimulatedTouch touch : touches(CONFIG)) {
            if (touch.kind().equals("signed_up") && touch.channel().equals("web")) {
                signedUp.add(touch);
                assertThat(touch.identities()).as(touch.eventId()).anyMatch(visitors::contains);
            } else if (touch.channel().equals("web")) {
                visitors.addAll(touch.identities());
            }
        }
        assertThat(signedUp).hasSizeGreaterThan(50);
    }

    @Test
    void somePersonsHaveTwoAddressesAndSomeTwoBrowsers() {
        ExpectedScores expected = new ExpectedScores();
        touches(CONFIG).forEach(expected);

        assertThat(customersWith(expected, id -> id.startsWith("email:"), 2)).isGreaterThan(20);
        assertThat(customersWith(expected, id -> id.startsWith("anonymous:") && id.contains("-browser-"), 2))
                .isGreaterThan(100);
        assertThat(customersWith(expected, id -> id.startsWith("crm:"), 2)).isZero();
    }

    @Test
    void mostPersonsAreOneCustomerInTheEnd() {
        ExpectedScores expected = new ExpectedScores();
        List<SimulatedTouch> touches = touches(CONFIG);
        touches.forEach(expected);

        long persons = touches.stream().map(SimulatedTouch::person).distinct().count();
        assertThat((long) expected.customers().size()).isBetween(persons + 1, persons * 5 / 4);
        assertThat(expected.customers().keySet())
                .anyMatch(id -> id.startsWith("card:"))
                .anyMatch(id -> id.startsWith("email:"));
    }

    @Test
    void aPersonWithOneIdentityIsKnownByTheAccount() {
        assertThat(touches(CONFIG.withSeveralIdentities(0)))
                .allSatisfy(touch ->
                        assertThat(touch.identities()).containsExactly(new SimulatedIdentity("crm", touch.person())))
                .noneMatch(touch -> touch.kind().equals("card_registered"));
    }

    private static boolean isTablet(SimulatedIdentity identity) {
        return identity.key().startsWith("device:sim-family-");
    }

    private static long customersWith(ExpectedScores expected, Predicate<String> such, int least) {
        return expected.customers().values().stream()
                .filter(customer -> customer.identities().stream().filter(such).count() >= least)
                .count();
    }

    private static List<SimulatedTouch> touches(SimulationConfig config) {
        List<SimulatedTouch> touches = new ArrayList<>();
        new Simulation(config).forEachUntil(START.plus(Duration.ofDays(DAYS)).toEpochMilli(), touches::add);
        return touches;
    }
}
