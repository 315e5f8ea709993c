package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.NegativeFeedbackRow;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Products whose customers speak against us more than those of others. A score tells of products that the customer
 * recommends or was displeased about, so it is those customers who are compared: who has something to say about a product
 * with who has something to say about others only.
 */
final class Products {
    private Products() {}

    static List<Claim> find(Evaluation about) {
        Map<String, Group> products = new TreeMap<>();
        Group all = new Group();
        about.customers().all().forEach(row -> {
            Set<String> known = productsOf(row);
            known.forEach(product ->
                    products.computeIfAbsent(product, first -> new Group()).add(row.detractor(), row.score()));
            if (!known.isEmpty()) {
                all.add(row.detractor(), row.score());
            }
        });
        List<Claim> claims = new ArrayList<>();
        products.forEach((product, group) -> {
            Comparison comparison = Comparison.withRest(group, all);
            claims.add(new Claim(comparison, level -> true, () -> opportunity(product, comparison, products)));
        });
        return claims;
    }

    private static Opportunity opportunity(String product, Comparison comparison, Map<String, Group> products) {
        return new Opportunity(
                "detractors-of-product:" + product,
                Kind.DETRACTORS_OF_PRODUCT,
                comparison.sentence("with something to say about " + product, "speak against us"),
                comparison.pointsOfExcess(),
                comparison.here().hit(),
                new Evidence(
                        "Customers who speak against us of those with something to say, percent",
                        Bars.shares(products, product, comparison)),
                "/customers?product=" + Hrefs.escaped(product) + "&detractor=true");
    }

    private static Set<String> productsOf(CustomerRow row) {
        return Stream.concat(
                        row.recommended().stream(),
                        row.negativeFeedback().stream().map(NegativeFeedbackRow::subject))
                .filter(product -> !product.isEmpty())
                .collect(Collectors.toSet());
    }
}
