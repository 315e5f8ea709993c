package io.truenorth.gateway.sources;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who may send beside the holders of the gateway's own tokens.
 *
 * @param declared the sources, by name
 * @param publicUrl how senders call the gateway, if that is not how it is reached; for signatures over the whole URL
 */
public record SourcesConfig(List<DeclaredSource> declared, Optional<URI> publicUrl) {

    /** Keeps the sources as they are. */
    public SourcesConfig {
        declared = List.copyOf(declared);
    }
}
