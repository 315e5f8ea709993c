package io.truenorth.dashboard;

import io.truenorth.service.config.ConfigurationPage;
import org.junit.jupiter.api.Test;

class DashboardConfigPageTest {

    @Test
    void thePageIsInStepWithTheCode() {
        ConfigurationPage.requireInStep("dashboard", DashboardConfig::read);
    }
}
