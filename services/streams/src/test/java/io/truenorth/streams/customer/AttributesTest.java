package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void theLatestEventDecidesWhateverTheOrder() {
        record Said(String value, long at, String event) {}
        List<Said> all = new ArrayList<>(List.of(
                new Said("silver", 1, "e-9"),
                new Said("gold", 5, "e-1"),
                new Said("lead", 5, "e-0"),
                new Said("tin", 4, "e-8")));
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(all, new Random(shuffle));
            Attributes attributes = new Attributes();
            all.forEach(said -> attributes.take(Map.of("tier", said.value()), said.at(), said.event()));

            assertThat(attributes.value("tier")).isEqualTo("gold");
        }
    }

    @Test
    void anAttributeThatIsNotNamedStaysAsItIs() {
        Attributes attributes = new Attributes();
        attributes.take(Map.of("tier", "gold"), 1, "e-1");
        attributes.take(Map.of("region", "north"), 2, "e-2");

        assertThat(attributes.values()).containsExactly(Map.entry("region", "north"), Map.entry("tier", "gold"));
        assertThat(attributes.value("size")).isEmpty();
    }
}
