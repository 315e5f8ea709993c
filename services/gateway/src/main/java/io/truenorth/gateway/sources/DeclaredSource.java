package io.truenorth.gateway.sources;

import io.truenorth.gateway.sources.document.Source;
import io.truenorth.service.config.Secret;
import java.util.List;

/**
 * A source of a deployment.
 *
 * @param source as its document declares it
 * @param secrets what its document only names the places of
 */
public record DeclaredSource(Source source, List<Secret> secrets) {

    /** Keeps the secrets as they are. */
    public DeclaredSource {
        secrets = List.copyOf(secrets);
    }
}
