package io.truenorth.streams.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.schemas.KeyPartition;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PlacementTest {
    @Test
    void aKeyBelongsWhereKafkasOwnProducerPutsIt() {
        Placement placement = new Placement(8);
        for (int customer = 0; customer < 200; customer++) {
            String identity = "crm:ü-" + customer;
            byte[] key = identity.getBytes(StandardCharsets.UTF_8);
            int home = BuiltInPartitioner.partitionForKey(key, 8);

            assertThat(placement.holds(key, home, identity)).isTrue();
            assertThat(placement.holds(key, (home + 1) % 8, identity)).isFalse();
        }
    }

    @Test
    void eachPartitionHasAReservedKeyThatIsNobodys() {
        Placement placement = new Placement(8);
        assertThat(placement.keys())
                .hasSize(8)
                .allSatisfy(key ->
                        assertThat(placement.of(key)).isEqualTo(placement.keys().indexOf(key)))
                .allMatch(KeyPartition::isReserved);
        assertThat(KeyPartition.isReserved("crm:#4")).isFalse();
    }

    @Test
    void anotherKeyIsOutOfPlaceEverywhere() {
        assertThat(new Placement(1).holds(new byte[] {1}, 0, "crm:c-1")).isFalse();
    }
}
