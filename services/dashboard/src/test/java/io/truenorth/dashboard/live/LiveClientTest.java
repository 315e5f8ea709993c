package io.truenorth.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveClientTest {
    private final SlowOutput out = new SlowOutput();
    private final LiveClient client = new LiveClient(out, Set.of("crm:ann", "crm:bob"), Optional.empty(), () -> 0);

    @Test
    void whatWaitsAndNamesSomebodyWhoWasErasedIsNotSent() {
        client.send(event(1, "crm:ann"));
        client.send(event(2, "crm:bob"));

        client.forget("crm:ann"::equals);
        out.ready = true;
        client.onWritePossible();

        assertThat(out.text()).isEqualTo("id: 2\nevent: customer\ndata: {\"id\":\"crm:bob\"}\n\n");
    }

    private static LiveEvent event(long id, String customer) {
        return LiveEvent.of(
                id,
                "customer",
                "customer " + customer,
                Optional.of(customer),
                Set.of(customer),
                "{\"id\":\"" + customer + "\"}");
    }

    /** An output that takes nothing until it is ready. */
    private static final class SlowOutput extends ServletOutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean ready;

        String text() {
            return written.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("the test calls the client itself");
        }

        @Override
        public void write(int b) {
            written.write(b);
        }
    }
}
