package io.truenorth.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.Population;
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
    void whereNobodyIsKnownNobodyWasTouched() {
        assertThat(new Customers().newestTouch()).isZero();
    }
}
