package io.truenorth.cli.privacy;

import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.privacy.export.DataSubject;
import io.truenorth.identity.IdentityHash;
import io.truenorth.query.ApiJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The audit line of an export: one JSON object on standard error, as an export reads Kafka and the streams service, and no service
 * records it. It has the hash of the identity alone, so that the log need not be erased.
 *
 * @param at when it was made
 * @param who the user of the operating system
 * @param what {@code export}
 * @param identity the hash of the identity that was asked for
 * @param streams the streams service that was asked
 * @param to the output file, or {@code standard output}
 */
record ExportAudit(Instant at, String who, String what, String identity, URI streams, String to) {

    static ExportAudit of(DataSubject person, URI streams, String to, Instant now) {
        return new ExportAudit(
                now, System.getProperty("user.name", ""), "export", IdentityHash.of(person.asked()), streams, to);
    }

    void print(Terminal terminal) {
        terminal.err().println("audit: " + new String(ApiJson.write(this), StandardCharsets.UTF_8));
    }
}
