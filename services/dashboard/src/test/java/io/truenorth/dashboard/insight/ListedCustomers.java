package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.customers.CustomerFilter;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.PreviousStage;
import io.truenorth.dashboard.moves.MovesSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is behind an opportunity, counted anew by the list that it leads to. */
final class ListedCustomers {
    private static final Set<String> CONDITIONS = Set.of("detractor", "single", "slipped", "days");

    private final Customers customers;
    private final PreviousStage before;
    private final List<CustomerRow> shown;
    private final List<CustomerRow> named;
    private final List<CustomerRow> elsewhere;
    private final Map<String, String> conditions = new HashMap<>();

    private ListedCustomers(Map<String, String> query, Customers customers, PreviousStage before) {
        this.customers = customers;
        this.before = before;
        Map<String, String> whom = new HashMap<>(query);
        CONDITIONS.stream().filter(query::containsKey).forEach(name -> conditions.put(name, query.get(name)));
        whom.keySet().removeAll(CONDITIONS);
        this.shown = matching(query);
        this.named = matching(whom).stream().filter(this::isCompared).toList();
        List<String> ids = named.stream().map(CustomerRow::id).toList();
        this.elsewhere = customers.all().stream()
                .filter(row -> !ids.contains(row.id()) && isCompared(row))
                .filter(row -> !whom.containsKey("main") || !row.mainChannel().isEmpty())
                .filter(row -> !whom.containsKey("product")
                        || RandomCustomers.PRODUCTS.stream().anyMatch(row::knows))
                .toList();
    }

    /** Who was not known before can do many things since, but not fall. */
    private boolean isCompared(CustomerRow row) {
        return !conditions.containsKey("slipped") || before.of(row) != Stage.UNKNOWN;
    }

    static ListedCustomers of(Opportunity opportunity, Population people, MovesSource moves) {
        Map<String, String> query = new HashMap<>();
        Arrays.stream(URI.create(opportunity.href()).getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(parameter -> query.put(parameter[0], URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
        return new ListedCustomers(query, people.customers(), moves.stages(30).orElseThrow());
    }

    private List<CustomerRow> matching(Map<String, String> query) {
        CustomerFilter filter = new CustomerFilter(
                query.getOrDefault("scope", "all"),
                Optional.ofNullable(query.get("stage")).map(Stage::valueOf),
                "",
                query.getOrDefault("main", ""),
                query.containsKey("single"),
                query.containsKey("detractor"),
                false,
                query.getOrDefault("product", ""),
                "",
                query.containsKey("slipped"),
                false,
                false,
                "",
                0,
                before);
        return customers.matching(filter).toList();
    }

    /** How many are listed. */
    long shown() {
        return shown.size();
    }

    /** How many there are with whatever is said of those who are listed, and without. */
    long named() {
        return named.size();
    }

    double meanPoints() {
        return shown.stream().mapToLong(CustomerRow::score).average().orElse(0) / 1e6;
    }

    /** The share of those who are not named of whom it is said as well, 0 to 1. */
    double shareElsewhere() {
        List<String> hit = matching(conditions).stream().map(CustomerRow::id).toList();
        return (double) elsewhere.stream().filter(row -> hit.contains(row.id())).count() / elsewhere.size();
    }
}
