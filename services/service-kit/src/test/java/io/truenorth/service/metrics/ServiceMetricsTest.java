package io.truenorth.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

    @Test
    void aProcessTellsOfItsJvm() {
        try (ServiceMetrics metrics = ServiceMetrics.ofProcess("test")) {
            assertThat(metrics.scrape())
                    .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads{", "process_cpu_usage{")
                    .contains("service=\"test\"");
        }
    }

    @Test
    void aPartTellsOfItselfOnly() {
        try (ServiceMetrics metrics = ServiceMetrics.ofPart("test");
                MockProducer<byte[], byte[]> producer = new MockProducer<>()) {
            metrics.bind(producer);
            metrics.registry().counter("gateway.touchpoints.accepted").increment(2);

            assertThat(metrics.scrape())
                    .contains("gateway_touchpoints_accepted_total{service=\"test\"} 2.0")
                    .doesNotContain("jvm_memory");
        }
    }

    @Test
    void whatIsBoundIsClosedToo() {
        class ClosingBinder implements MeterBinder, AutoCloseable {
            private final AtomicBoolean closed = new AtomicBoolean();

            @Override
            public void bindTo(MeterRegistry registry) {
                registry.counter("bound");
            }

            @Override
            public void close() {
                closed.set(true);
            }
        }
        ClosingBinder binder = new ClosingBinder();
        ServiceMetrics metrics = ServiceMetrics.ofPart("test");
        metrics.bind(binder);

        metrics.close();

        assertThat(binder.closed).isTrue();
    }
}
