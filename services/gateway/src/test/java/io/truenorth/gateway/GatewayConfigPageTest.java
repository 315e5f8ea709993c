package io.truenorth.gateway;

import io.truenorth.service.config.ConfigurationPage;
import org.junit.jupiter.api.Test;

class GatewayConfigPageTest {

    @Test
    void thePageIsInStepWithTheCode() {
        ConfigurationPage.requireInStep("gateway", GatewayConfig::read);
    }
}
