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
 * Finds products with more detractors than others. Scores only know the products on which a customer gave feedback, positive or
 * negative; so customers who gave feedback on a product are compared with those who gave feedback on other products only.
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
                comparison.sentence("who gave feedback on " + product, "are detractors"),
                comparison.pointsOfExcess(),
                comparison.group().hit(),
                new Evidence(
                        "Detractors among customers who gave feedback, by product, percent",
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
