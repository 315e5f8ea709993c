package io.truenorth.gateway.sources.document;

import io.truenorth.service.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A reference to a secret: a document names where the secret is and never the secret itself. */
public sealed interface SecretReference {

    /** How a reference is written in a document. */
    String FORM = "env:NAME or file:/path";

    /**
     * Resolves the secret, without space or line ends around it.
     *
     * @param environment the variables of the process
     * @throws MissingSecretException if there is none
     */
    Secret resolve(Map<String, String> environment) throws MissingSecretException;

    /** Parses {@code env:NAME} or {@code file:/path}; empty if it is neither. */
    static Optional<SecretReference> parse(String text) {
        if (text.startsWith("env:")) {
            String name = text.substring("env:".length());
            return Variable.NAME.matcher(name).matches() ? Optional.of(new Variable(name)) : Optional.empty();
        }
        return text.startsWith("file:") ? file(text.substring("file:".length())) : Optional.empty();
    }

    private static Optional<SecretReference> file(String path) {
        try {
            return Path.of(path).isAbsolute() ? Optional.of(new InFile(Path.of(path))) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A secret is not where its reference says. */
    final class MissingSecretException extends Exception {

        private static final long serialVersionUID = 1L;

        private MissingSecretException(String message) {
            super(message);
        }
    }

    /** A variable of the environment. */
    record Variable(String name) implements SecretReference {

        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

        @Override
        public Secret resolve(Map<String, String> environment) throws MissingSecretException {
            String secret = environment.getOrDefault(name, "").strip();
            if (secret.isEmpty()) {
                throw new MissingSecretException("the variable " + name + " is not set");
            }
            return new Secret(secret);
        }

        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    /** A file with the secret alone in it, as orchestrators mount them. */
    record InFile(Path path) implements SecretReference {
        @Override
        public Secret resolve(Map<String, String> environment) throws MissingSecretException {
            try {
                String secret = Files.readString(path).strip();
                if (secret.isEmpty()) {
                    throw new MissingSecretException("the file " + path + " is empty");
                }
                return new Secret(secret);
            } catch (IOException e) {
                throw new MissingSecretException("the file " + path + " cannot be read: " + e);
            }
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }
}
