package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every request is believed. */
record NoSignature() implements SignatureScheme {

    @Override
    public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
        return Optional.empty();
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return Optional.of("expected no secret, as nothing is checked");
    }

    @Override
    public String description() {
        return "nothing, every request is believed";
    }

    @Override
    public boolean checks() {
        return false;
    }
}
