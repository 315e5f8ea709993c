package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The request contains the secret itself.
 *
 * @param fragment where
 */
record SharedSecret(Fragment fragment) implements SignatureScheme {

    @Override
    public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
        List<String> shown = fragment.in(request);
        if (shown.isEmpty()) {
            return Optional.of("expected the secret in " + fragment.shown() + ", but missing");
        }
        boolean known = secrets.stream().anyMatch(secret -> ConstantTime.equals(secret.reveal(), shown.get(0)));
        return known ? Optional.empty() : Optional.of("wrong secret in " + fragment.shown());
    }

    @Override
    public String description() {
        return "a shared secret in " + fragment.shown();
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return secret.reveal().isBlank() ? Optional.of("expected a secret, was empty") : Optional.empty();
    }
}
