package io.truenorth.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalPortsTest {
    private static final Optional<Integer> NONE = Optional.empty();

    @Test
    void aUsualPortThatIsAskedForElsewhereIsAvoided() {
        LocalPorts ports = LocalPorts.choose(Optional.of(free()), NONE, NONE, NONE, NONE);
        LocalPorts swapped = LocalPorts.choose(Optional.of(ports.gateway()), NONE, NONE, NONE, NONE);

        assertThat(swapped.kafka()).isEqualTo(ports.gateway());
        assertThat(swapped.gateway()).isNotEqualTo(swapped.kafka());
    }

    @Test
    void whatCannotBeIsRefused() {
        int port = free();
        assertThatThrownBy(() -> LocalPorts.choose(Optional.of(port), Optional.of(port), NONE, NONE, NONE))
                .hasMessageContaining("given twice");
        assertThatThrownBy(() -> LocalPorts.choose(Optional.of(70_000), NONE, NONE, NONE, NONE))
                .hasMessageContaining("70000");
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
