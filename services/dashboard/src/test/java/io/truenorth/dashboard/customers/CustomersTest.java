package io.truenorth.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.privacy.ErasedIdentities;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.identity.IdentityHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private static final long NOW = Population.NOW;

    @Test
    void theNewestTouchIsThatOfWhoeverWasTouchedLast() {
        Customers customers = new Population()
                .add("crm:ann")
                .lastSeen(NOW - 5)
                .known()
                .add("crm:bob")
                .lastSeen(NOW)
                .known()
                .add("crm:cyd")
                .lastSeen(NOW - 9)
                .known()
                .customers();
        assertThat(customers.newestTouch()).isEqualTo(NOW);

        customers.accept("crm:bob", null);

        assertThat(customers.newestTouch())
                .as("who is forgotten does not count")
                .isEqualTo(NOW - 5);
    }

    @Test
    void aRelationshipStandsOnOneChannelThatGivesNineTenths() {
        Customers customers = new Population()
                .add("crm:ann")
                .on("store", 900)
                .on("web", 100)
                .known()
                .add("crm:bob")
                .on("store", 899)
                .on("web", 101)
                .known()
                .add("crm:cyd")
                .known()
                .customers();

        assertThat(customers.all())
                .filteredOn(CustomerRow::usesOneChannel)
                .extracting(CustomerRow::id)
                .containsExactly("crm:ann");
    }

    @Test
    void whoIsErasedIsForgottenAndOthersStay() {
        PublishedErasures erasures = new PublishedErasures();
        Population people =
                new Population().add("crm:ann").known().add("crm:bob").known();
        Customers customers = people.customers(erasures);
        List<String> forgotten = new ArrayList<>();
        customers.onForgotten(forgotten::add);

        erasures.add(ErasedIdentities.of(List.of(IdentityHash.of("crm:ann")), NOW));

        assertThat(customers.all()).extracting(CustomerRow::id).containsExactly("crm:bob");
        assertThat(customers.find("crm:ann")).isEmpty();
        assertThat(forgotten).containsExactly("crm:ann");
    }

    @Test
    void aScoreThatIsReadAfterTheErasureAndIsOfATimeBeforeItBringsNobodyBack() {
        PublishedErasures erasures = new PublishedErasures();
        erasures.add(ErasedIdentities.of(List.of(IdentityHash.of("crm:ann")), NOW));
        Customers customers = new Customers(erasures);
        List<String> changed = new ArrayList<>();
        customers.onChange(row -> changed.add(row.id()));

        customers.accept("crm:ann", new Population().add("crm:ann").known().score("crm:ann"));

        assertThat(customers.all()).isEmpty();
        assertThat(changed).isEmpty();
    }

    @Test
    void whoBeganAnewIsKnownWhicheverOfBothIsReadFirst() {
        ErasedIdentities before = ErasedIdentities.of(List.of(IdentityHash.of("crm:ann")), NOW - 1);
        Population people = new Population().add("crm:ann").known();

        PublishedErasures read = new PublishedErasures();
        read.add(before);
        assertThat(people.customers(read).find("crm:ann")).isPresent();

        PublishedErasures later = new PublishedErasures();
        Customers customers = people.customers(later);
        later.add(before);
        assertThat(customers.find("crm:ann")).isPresent();
    }

    @Test
    void whereNobodyIsKnownNobodyWasTouched() {
        assertThat(new Customers(new PublishedErasures()).newestTouch()).isZero();
    }
}
