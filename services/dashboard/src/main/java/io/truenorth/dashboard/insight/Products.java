package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Displeased;
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
 * recommends or was displeased about, so it is those customers who are compared.
 */
final class Products {
    private Products() {}

    static List<Opportunity> find(Evaluation about) {
        Map<String, Group> products = new TreeMap<>();
        Group all = new Group();
        about.customers()
                .all()
                .forEach(row -> productsOf(row).forEach(product -> {
                    products.computeIfAbsent(product, first -> new Group()).add(row.detractor(), row.score());
                    all.add(row.detractor(), row.score());
                }));
        List<Opportunity> found = new ArrayList<>();
        products.forEach((product, group) -> {
            if (group.excess(all) > 0) {
                found.add(opportunity(product, group, all, products));
            }
        });
        return found;
    }

    private static Opportunity opportunity(String product, Group group, Group all, Map<String, Group> products) {
        return new Opportunity(
                "detractors-of-product:" + product,
                Kind.DETRACTORS_OF_PRODUCT,
                Sentences.number(group.hit()) + " of " + Sentences.number(group.customers())
                        + " customers with something to say about " + product + " speak against us, "
                        + Sentences.times(group.share(), group.shareElsewhere(all)) + ".",
                group.pointsOfExcess(all),
                group.hit(),
                new Evidence(
                        "Customers who speak against us of those with something to say, percent",
                        Bars.shares(products, product)),
                "/customers?product=" + Hrefs.escaped(product) + "&detractor=true");
    }

    private static Set<String> productsOf(CustomerRow row) {
        return Stream.concat(
                        row.recommended().stream(), row.displeased().stream().map(Displeased::subject))
                .filter(product -> !product.isEmpty())
                .collect(Collectors.toSet());
    }
}
