package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports(new SplittableRandom(1));

    @Test
    void aFreePortCanBeListenedOn() throws IOException {
        int port = ports.take(0, "broker");

        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.free()).isNotEqualTo(socket.getLocalPort());
        }
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertThatThrownBy(() -> ports.take(port, "broker"))
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.PORT_IN_USE))
                    .hasMessageStartingWith("port " + port + " for the broker is in use by ");
        }
    }

    @Test
    void anotherProcessOnAPortIsNamedWhereTheSystemTells() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this system has no /proc/net/tcp");
        Process other = OtherProcess.running(Listens.class, "");
        try {
            int port = Integer.parseInt(OtherProcess.awaitLine(other, "port ").substring("port ".length()));

            assertThat(PortOwner.of(port)).startsWith("process " + other.pid()).contains("java");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aPortOfNobodyHasNoNamedOwner() {
        assertThat(PortOwner.of(ports.free())).isEqualTo("another process");
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> BrokerConfig.in(Path.of("x")).withPort(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> RegistryServerConfig.in(Path.of("x")).withMinimumFreeBytes(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    /** A process that listens until it is killed. */
    static final class Listens {
        public static void main(String[] args) throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.out.println("port " + socket.getLocalPort());
                OtherProcess.hang();
            }
        }
    }

    @Test
    void aPreferredPortIsAvoidedWhereSomebodyHasIt() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            PreferredPort other = PreferredPort.of(port);
            assertThat(other.port()).isNotEqualTo(port).isPositive();
            assertThat(other.taken()).contains("this process");
            assertThatThrownBy(() -> PreferredPort.exactly(taken.getLocalPort(), "gateway"))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("gateway")
                    .hasMessageContaining("this process");
        }
        assertThat(PreferredPort.of(port)).isEqualTo(new PreferredPort(port, Optional.empty()));
        assertThat(PreferredPort.exactly(0, "gateway").port()).isPositive();
    }
}
