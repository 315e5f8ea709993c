package io.truenorth.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.embedded.EmbeddedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedPlatformExtension.class)
class EmbeddedPlatformExtensionIT {
    private final EmbeddedPlatform platform;

    EmbeddedPlatformExtensionIT(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void givesTheSamePlatformToAll(EmbeddedPlatform another) {
        assertThat(another).isSameAs(platform);
        assertThat(platform.registry().process().isAlive()).isTrue();
    }
}
