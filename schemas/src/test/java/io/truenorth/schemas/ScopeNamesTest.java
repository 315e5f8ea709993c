package io.truenorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeNamesTest {
    @Test
    void everyScopeButAllHasAllAsItsParent() {
        assertThat(ScopeNames.parent(ScopeNames.ALL)).isEmpty();
        assertThat(ScopeNames.parent(ScopeNames.segment("region", "north"))).contains("all");
        assertThat(ScopeNames.parent(ScopeNames.channel("web"))).contains("all");
    }

    @Test
    void touchesAboutNothingBelongToTheProductUnset() {
        assertThat(ScopeNames.product("")).isEqualTo("product=unset");
        assertThat(ScopeNames.product("espresso")).isEqualTo("product=espresso");
    }

    @Test
    void channelsAndProductsCountNoCustomers() {
        assertThat(ScopeNames.countsCustomers(ScopeNames.channel("web"))).isFalse();
        assertThat(ScopeNames.countsCustomers(ScopeNames.product("espresso"))).isFalse();
        assertThat(ScopeNames.countsCustomers(ScopeNames.ALL)).isTrue();
        assertThat(ScopeNames.countsCustomers(ScopeNames.segment("channels", "many")))
                .isTrue();
    }

    @Test
    void aScopeIsAnAttributeAndAValue() {
        assertThat(ScopeNames.attribute("region=a=b")).isEqualTo("region");
        assertThat(ScopeNames.value("region=a=b")).isEqualTo("a=b");
        assertThat(ScopeNames.attribute(ScopeNames.ALL)).isEmpty();
    }
}
