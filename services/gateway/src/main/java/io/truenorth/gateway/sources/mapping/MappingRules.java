package io.truenorth.gateway.sources.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document says of payloads, section by section.
 *
 * @param unwrap how payloads are taken out of their envelope
 * @param ignore asked first, in their order
 * @param events asked then, in their order
 * @param fields what is so for every event whose rule does not say otherwise
 * @param currency of amounts whose rule or payload names none, ISO 4217
 * @param anonymous why elements that name no customer are ignored; where it is missing they are unmapped
 */
public record MappingRules(
        Optional<Unwrap> unwrap,
        List<IgnoreRule> ignore,
        List<EventRule> events,
        EventFields fields,
        Optional<String> currency,
        Optional<String> anonymous) {

    /** The names of all headers that rules look at, in lower case. */
    Set<String> headers() {
        return places().filter(PayloadLocation.InHeader.class::isInstance)
                .map(place -> ((PayloadLocation.InHeader) place).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<PayloadLocation> places() {
        Stream<Conditions> conditions = Stream.concat(
                ignore.stream().map(IgnoreRule::conditions), events.stream().map(EventRule::conditions));
        Stream<EventFields> all =
                Stream.concat(Stream.of(fields), events.stream().map(EventRule::fields));
        return Stream.concat(conditions.flatMap(Conditions::places), all.flatMap(EventFields::places));
    }
}
