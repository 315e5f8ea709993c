package io.truenorth.cli.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.Touchpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a record is, where names have each other in them. */
class NamedIdentitiesTest {
    private final DataSubject person = DataSubject.of("crm:c-1", Optional.empty());

    @ParameterizedTest
    @CsvSource({"crm:c-1, true", "crm:c-17, false", "my-crm:c-1, false", "crm:c-, false", "CRM:c-1, false"})
    void aRecordIsOfThePersonWhoseIdentityAFieldIs(String identity, boolean expected) {
        String[] halves = identity.split(":", 2);
        Touchpoint touchpoint = Touchpoint.newBuilder()
                .setEventId("crm:c-1")
                .setIdentities(List.of(new Identity("card", "4711"), new Identity(halves[0], halves[1])))
                .setOccurredAt(1)
                .setReceivedAt(1)
                .setDirection(Direction.IN)
                .setReferences(List.of())
                .setSubject("crm:c-1")
                .build();
        IdentityRequest link = new IdentityRequest("crm:c-1", "card:4711", identity, "desk", 1L, null, null);
        IdentityRequest split = new IdentityRequest("crm:c-1", identity, null, "desk", 1L, null, null);
        IdentityEvent joined = IdentityEvent.newBuilder()
                .setCustomer("card:4711")
                .setType(IdentityEventType.JOINED)
                .setIdentities(List.of(identity))
                .setEventId("crm:c-1")
                .setOccurredAt(1L)
                .setAt(1L)
                .build();

        assertThat(person.hasAnyOf(NamedIdentities.of(touchpoint))).isEqualTo(expected);
        assertThat(person.hasAnyOf(NamedIdentities.of(link))).isEqualTo(expected);
        assertThat(person.hasAnyOf(NamedIdentities.of(split))).isEqualTo(expected);
        assertThat(person.hasAnyOf(NamedIdentities.of(joined))).isEqualTo(expected);
    }
}
