package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of a history that name an order and no customer are of the customer of the order, wherever they stand. */
class ReferencedLinesTest {
    private static final String MAPPING = """
            time: { column: t, format: epoch-seconds }
            customer: { column: c }
            references: [ { order: o }, { dispute: d } ]
            channel: { constant: web }
            kind: { column: kind }
            direction: { constant: in }
            value: { column: value }
            """;
    private static final String NAMED = """
            c,t,o,d,kind,value
            ann,1700000000,1,,purchase,50
            ann,1700000100,1,,refund,-20
            ann,1700000150,1,9,dispute_opened,
            ann,1700000200,,9,chargeback,-5
            bob,1700000000,2,,purchase,70
            """;
    private static final String REFERRING = """
            c,t,o,d,kind,value
            ,1700000200,,9,chargeback,-5
            ,1700000100,1,,refund,-20
            ,1700000150,1,9,dispute_opened,
            bob,1700000000,2,,purchase,70
            eve,1700000300,1,,page_viewed,
            ann,1700000000,1,,purchase,50
            """;

    @TempDir
    private Path directory;

    private CommandRun score(String history) throws IOException {
        Path mapping = Files.writeString(directory.resolve("m.yaml"), MAPPING);
        Path file = Files.writeString(directory.resolve("h.csv"), history);
        return CommandRun.of("score", file.toString(), "--mapping", mapping.toString(), "--as-of", "2023-12-01");
    }

    private static String lineOf(String customer, CommandRun run) {
        return run.out()
                .lines()
                .filter(line -> line.contains(customer))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theyAreScoredAsIfTheyNamedTheCustomer() throws IOException {
        CommandRun named = score(NAMED);
        CommandRun referring = score(REFERRING);

        assertThat(referring.exitCode()).as(referring.err()).isZero();
        assertThat(lineOf("ann", referring)).isEqualTo(lineOf("ann", named));
        assertThat(lineOf("bob", referring)).isEqualTo(lineOf("bob", named));
    }

    @Test
    void aLineWhoseOrderNobodyHasIsRejected() throws IOException {
        CommandRun run = score(NAMED + ",1700000100,3,,refund,-20\n");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("h.csv:7: references: expected a reference that a line with a customer has, was order:3");
        assertThat(run.out()).isEqualTo(score(NAMED).out());
    }
}
