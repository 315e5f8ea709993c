package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.identity.IdentityState;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search for the customer that has an identity: the identity knows a customer, who may have joined another one since. Each
 * step reads one key, which may be in another instance.
 *
 * @param key the identity or the customer to read next
 * @param steps how many keys were read before; above 0 the key is a customer's
 * @param stepsAtArrival how many of them were read before the request reached this instance
 */
record CustomerLookup(String key, int steps, int stepsAtArrival) {
    /** The header by which an instance tells another one where a lookup stands. */
    static final String HEADER = "Truenorth-Lookup";

    private static final int MOST_STEPS = 10;
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]?) ((?:[A-Za-z0-9.*_+-]|%[0-9A-F]{2})+)");

    /** Starts the lookup of an identity. */
    static CustomerLookup of(String identity) {
        return new CustomerLookup(identity, 0, 0);
    }

    /** Returns the lookup of a request for an identity, as far as another instance has come. */
    static CustomerLookup of(Context ctx, String identity) {
        String header = ctx.header(HEADER);
        Matcher form = FORM.matcher(header == null ? "" : header);
        if (!form.matches()) {
            return of(identity);
        }
        int steps = Integer.parseInt(form.group(1));
        return new CustomerLookup(URLDecoder.decode(form.group(2), StandardCharsets.UTF_8), steps, steps);
    }

    /** Returns the value of the header. */
    String header() {
        return steps + " " + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** Returns whether this instance has read a key of it. */
    boolean hasAdvanced() {
        return steps > stepsAtArrival;
    }

    /**
     * Reads the key.
     *
     * @return the next step; empty if the key is the customer
     */
    Optional<CustomerLookup> next(CustomerQueries queries) {
        Optional<CustomerLookup> next =
                queries.identityState(key).flatMap(this::known).map(this::at);
        if (next.isPresent() && steps >= MOST_STEPS) {
            throw NotReady.because("the customer is being joined with others");
        }
        return next;
    }

    private Optional<String> known(IdentityState state) {
        String customer = state.node().customer();
        return steps == 0 && !customer.equals(key) ? Optional.of(customer) : redirect(state.customer());
    }

    private static Optional<String> redirect(CustomerIdentities customer) {
        return Optional.ofNullable(customer.redirect());
    }

    private CustomerLookup at(String customer) {
        return new CustomerLookup(customer, steps + 1, stepsAtArrival);
    }
}
