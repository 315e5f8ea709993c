package io.truenorth.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/** The versions that compose runs are those that are built and tested here. */
class ComposeVersionsTest {
    @Test
    void theBrokerIsOfTheVersionOfItsClients() {
        assertThat(Images.version("KAFKA_VERSION")).isEqualTo(AppInfoParser.getVersion());
    }

    @Test
    void theImageIsOfThisBuild() {
        assertThat(Images.version("TRUENORTH_VERSION")).isEqualTo(System.getProperty("truenorth.version"));
    }
}
