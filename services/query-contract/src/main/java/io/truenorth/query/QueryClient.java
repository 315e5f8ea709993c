package io.truenorth.query;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A client of the queries of the streams service. Thread-safe. */
public final class QueryClient {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_READY = 503;

    private final ServiceInstances streams;
    private final Duration readyTimeout;

    /** A client that fails if the service is not ready. */
    public QueryClient(ServiceInstances streams) {
        this(streams, Duration.ZERO);
    }

    /**
     * A client that retries while the service is not ready.
     *
     * @param readyTimeout the maximum duration of retries
     */
    public QueryClient(ServiceInstances streams, Duration readyTimeout) {
        this.streams = streams;
        this.readyTimeout = readyTimeout;
    }

    /** One customer, now; empty if the customer is not known. */
    public Optional<CustomerReport> customer(String id) {
        return customer(id, "");
    }

    /**
     * One customer; empty if the customer is not known.
     *
     * @param asOf an instant, a date or epoch milliseconds; empty for now
     */
    public Optional<CustomerReport> customer(String id, String asOf) {
        return find(path(id, "", asOf), CustomerReport.class);
    }

    /** The history of one customer until a moment; empty if the customer is not known. */
    public Optional<CustomerHistoryReport> history(String id, String asOf) {
        return find(path(id, "/history", asOf), CustomerHistoryReport.class);
    }

    /**
     * Why the score of one customer differs between two moments; empty if the customer is not known.
     *
     * @param from an instant, a date or epoch milliseconds
     * @param to the same; empty for now
     */
    public Optional<ScoreChangeReport> why(String id, String from, String to) {
        String until = to.isEmpty() ? "" : "&to=" + ServiceInstances.escaped(to);
        return find(path(id, "/why?from=" + ServiceInstances.escaped(from) + until, ""), ScoreChangeReport.class);
    }

    /** The identities of the customer who has one of them; empty if nothing is known of it. */
    public Optional<IdentitiesReport> identities(String identity) {
        return find(path(identity, "/identities", ""), IdentitiesReport.class);
    }

    /** A page of the scores of all customers. */
    public ScoresPage scores(ScoresQuery query) {
        return get(query.path(), ScoresPage.class);
    }

    /** The scoring model. */
    public ModelReport model() {
        return get("/v1/model", ModelReport.class);
    }

    /**
     * A page of what is stored of the customers of a partition, as a file in Avro's format.
     *
     * @param after the last customer of the page before; empty for the first page
     * @param limit the most customers on the page
     */
    public byte[] ledgers(int partition, String after, int limit) {
        HttpResponse<byte[]> answer = send(
                "/v1/ledgers?partition=" + partition + "&limit=" + limit + "&after=" + ServiceInstances.escaped(after));
        if (answer.statusCode() != OK) {
            throw failed(answer);
        }
        return answer.body();
    }

    private static String path(String id, String below, String asOf) {
        String query = asOf.isEmpty() ? "" : "?asOf=" + ServiceInstances.escaped(asOf);
        return "/v1/customers/" + ServiceInstances.escaped(id) + below + query;
    }

    private <T extends Record> Optional<T> find(String path, Class<T> type) {
        HttpResponse<byte[]> answer = send(path);
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(answer, type));
    }

    private <T extends Record> T get(String path, Class<T> type) {
        return read(send(path), type);
    }

    private HttpResponse<byte[]> send(String path) {
        long deadline = System.nanoTime() + readyTimeout.toNanos();
        HttpResponse<byte[]> answer = streams.get(path);
        while (answer.statusCode() == NOT_READY && System.nanoTime() < deadline) {
            pause();
            answer = streams.get(path);
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw QueryFailedException.noAnswer("interrupted while waiting for a service to be ready", e);
        }
    }

    private <T extends Record> T read(HttpResponse<byte[]> answer, Class<T> type) {
        if (answer.statusCode() != OK) {
            throw failed(answer);
        }
        try {
            return ApiJson.read(answer.body(), type);
        } catch (IOException e) {
            throw unreadable(answer, e);
        }
    }

    private QueryFailedException failed(HttpResponse<byte[]> answer) {
        try {
            return QueryFailedException.answered(
                    answer.statusCode(), origin(answer), ApiJson.problemDetail(answer.body()));
        } catch (IOException e) {
            return unreadable(answer, e);
        }
    }

    private QueryFailedException unreadable(HttpResponse<byte[]> answer, IOException e) {
        return QueryFailedException.unreadable(
                answer.statusCode(),
                origin(answer) + " does not answer as a " + streams.service() + " does: is it another server?",
                e);
    }

    private static String origin(HttpResponse<byte[]> answer) {
        return answer.uri().getScheme() + "://" + answer.uri().getAuthority();
    }
}
