package io.truenorth.gateway.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityAuditLogTest {
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    private final List<String> lines = new ArrayList<>();
    private final IdentityAuditLog log = new IdentityAuditLog(lines::add);

    @Test
    void aLineSaysWhoAskedForWhatAndFromWhere() {
        log.note(new IdentityRequest("r-1", "crm:c-1", "card:4711", "desk", NOON, null, null), "192.0.2.7");
        log.note(new IdentityRequest("r-2", "card:4711", null, "desk", NOON, null, null), "192.0.2.7");

        assertThat(lines)
                .containsExactly(
                        "{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"desk\",\"what\":\"link\",\"identity\":\"crm:c-1\","
                                + "\"other\":\"card:4711\",\"requestId\":\"r-1\",\"from\":\"192.0.2.7\"}",
                        "{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"desk\",\"what\":\"split\",\"identity\":\"card:4711\","
                                + "\"requestId\":\"r-2\",\"from\":\"192.0.2.7\"}");
    }

    @Test
    void whoIsErasedIsRecordedByTheHash() {
        log.note(
                new IdentityRequest("r-3", "crm:c-1", null, "officer", NOON, new Erasure(LaterEvents.DROP), null),
                "192.0.2.7");
        log.note(
                new IdentityRequest("r-4", "crm:c-1", null, "officer", NOON, null, new Consent(false, null)),
                "192.0.2.7");

        assertThat(lines)
                .containsExactly(
                        "{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"officer\",\"what\":\"erase\","
                                + "\"identity\":\"deff236b7db8cbf234a77159331d9c4a\",\"laterEvents\":\"drop\",\"requestId\":\"r-3\","
                                + "\"from\":\"192.0.2.7\"}",
                        "{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"officer\",\"what\":\"consent\","
                                + "\"identity\":\"deff236b7db8cbf234a77159331d9c4a\",\"consent\":{\"scoring\":false},\"requestId\":\"r-4\","
                                + "\"from\":\"192.0.2.7\"}");
    }
}
