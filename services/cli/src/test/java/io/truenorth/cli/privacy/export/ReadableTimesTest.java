package io.truenorth.cli.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadableTimesTest {
    private final ObjectMapper json = new ObjectMapper();

    static Stream<Schema> exported() {
        return Stream.of(
                Touchpoint.getClassSchema(),
                RelationshipScore.getClassSchema(),
                StageTransition.getClassSchema(),
                IdentityEvent.getClassSchema(),
                IdentityRequest.getClassSchema(),
                PrivacyReceipt.getClassSchema(),
                LedgerPart.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("exported")
    void everyTimeOfTheContractsIsKnownByItsName(Schema record) {
        records(record)
                .flatMap(some -> some.getFields().stream())
                .filter(ReadableTimesTest::isNumber)
                .forEach(field -> assertThat(ReadableTimes.isTime(field.name()))
                        .as(field.name())
                        .isEqualTo(field.doc().contains("epoch milliseconds")
                                || field.doc().startsWith("A lower bound of the time")));
    }

    private static boolean isNumber(Schema.Field field) {
        return alternatives(field.schema()).anyMatch(type -> type.getType() == Schema.Type.LONG);
    }

    private static Stream<Schema> alternatives(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream();
            case ARRAY -> Stream.of(schema.getElementType());
            default -> Stream.of(schema);
        };
    }

    private static Stream<Schema> records(Schema record) {
        return Stream.concat(
                Stream.of(record),
                record.getFields().stream()
                        .flatMap(field -> alternatives(field.schema()))
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .flatMap(ReadableTimesTest::records));
    }

    @Test
    void aTimeIsBesideItsNumberInRecordsOfARecordToo() throws Exception {
        ObjectNode record = (ObjectNode) json.readTree(
                "{\"occurredAt\":1772366400000,\"name\":\"at\",\"nextDueAt\":null,\"departures\":[{\"at\":86400000}],"
                        + "\"attributes\":{\"updatedAt\":\"1\"},\"score\":17}");

        assertThat(ReadableTimes.added(record).toString())
                .isEqualTo("{\"occurredAt\":1772366400000,\"occurredAtUtc\":\"2026-03-01T12:00:00Z\",\"name\":\"at\","
                        + "\"nextDueAt\":null,\"departures\":[{\"at\":86400000,\"atUtc\":\"1970-01-02T00:00:00Z\"}],"
                        + "\"attributes\":{\"updatedAt\":\"1\"},\"score\":17}");
    }
}
