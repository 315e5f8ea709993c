package io.truenorth.gateway.sources;

import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.gateway.sources.signature.SignatureScheme;
import io.truenorth.service.config.Secret;
import java.util.List;

/**
 * A source that calls us.
 *
 * @param source who it is, and what it means by what it sends
 * @param signature how its requests are checked
 * @param secrets what they are checked with
 */
public record Webhook(ConfiguredSource source, SignatureScheme signature, List<Secret> secrets) {
    /** Who it is, and what it may do. */
    public Sender sender() {
        return source.sender();
    }
}
