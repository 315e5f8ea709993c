package io.truenorth.gateway.sources.signature;

import io.truenorth.service.http.HttpClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches over HTTPS, up to 64 KiB within 10 seconds. */
final class HttpsFetcher implements UrlFetcher {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 64 << 10;

    @Override
    public Optional<byte[]> fetch(URI url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        CompletableFuture<Optional<byte[]>> answer = HttpClients.withConnectTimeout(PATIENCE)
                .sendAsync(request, BodyHandlers.ofInputStream())
                .thenApply(HttpsFetcher::body);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(url.getHost() + " does not answer", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(url.getHost() + " did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + url.getHost() + " was asked");
        }
    }

    private static Optional<byte[]> body(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            return answer.statusCode() == 200 && body.length <= MAX_BYTES ? Optional.of(body) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
