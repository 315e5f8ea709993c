package io.truenorth.streams.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void everyScopeButAllHasAllAsItsParent() {
        assertThat(Scopes.parent(Scopes.ALL)).isEmpty();
        assertThat(Scopes.parent(Scopes.segment("region", "north"))).contains("all");
        assertThat(Scopes.parent(Scopes.channel("web"))).contains("all");
    }

    @Test
    void touchesAboutNothingBelongToTheProductUnset() {
        assertThat(Scopes.product("")).isEqualTo("product=unset");
        assertThat(Scopes.product("espresso")).isEqualTo("product=espresso");
    }

    @Test
    void channelsAndProductsCountNoCustomers() {
        assertThat(Scopes.countsCustomers(Scopes.channel("web"))).isFalse();
        assertThat(Scopes.countsCustomers(Scopes.product("espresso"))).isFalse();
        assertThat(Scopes.countsCustomers(Scopes.ALL)).isTrue();
        assertThat(Scopes.countsCustomers(Scopes.segment("channels", "many"))).isTrue();
    }
}
