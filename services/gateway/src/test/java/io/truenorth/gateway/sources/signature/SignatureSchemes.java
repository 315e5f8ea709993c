package io.truenorth.gateway.sources.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.truenorth.documents.Document;

/** Schemes by their sections, for tests. */
final class SignatureSchemes {

    private SignatureSchemes() {}

    static SignatureScheme of(String section) {
        return Document.of("signature", section.getBytes(UTF_8)).read(SignatureReader::read);
    }
}
