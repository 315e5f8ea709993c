package io.truenorth.gateway.webhooks;

import io.truenorth.gateway.intake.Translation;
import io.truenorth.gateway.source.signature.SignatureScheme;
import io.truenorth.service.config.Secret;
import java.util.List;

/**
 * A source that calls us.
 *
 * @param signature how its requests are checked
 * @param secrets what they are checked with
 * @param translation what it means by what it sends
 */
public record Webhook(SignatureScheme signature, List<Secret> secrets, Translation translation) {}
