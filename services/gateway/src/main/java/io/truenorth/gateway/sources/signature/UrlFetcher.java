package io.truenorth.gateway.sources.signature;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Fetches small documents of a sender: its certificates, and the URLs by which it is told that it may send. */
@FunctionalInterface
interface UrlFetcher {

    /**
     * Fetches a document, without following redirects.
     *
     * @return empty if the answer is another status than 200, or too large
     * @throws IOException if nothing is answered in time
     */
    Optional<byte[]> fetch(URI url) throws IOException;
}
