package io.truenorth.gateway.sources.signature;

import java.util.List;
import java.util.Optional;

/** Where a text stands in a request. */
sealed interface RequestLocation {

    Optional<String> in(RawRequest request);

    /** How a message names it. */
    String shown();

    /** In a header. */
    record Header(String name) implements RequestLocation {
        @Override
        public Optional<String> in(RawRequest request) {
            return request.header(name);
        }

        @Override
        public String shown() {
            return "the header " + name;
        }
    }

    /** In a parameter of the URL. */
    record Query(String name) implements RequestLocation {
        @Override
        public Optional<String> in(RawRequest request) {
            return request.query(name);
        }

        @Override
        public String shown() {
            return "the query parameter " + name;
        }
    }

    /** In the body, if it is JSON. */
    record Body(String pointer, List<String> steps) implements RequestLocation {
        @Override
        public Optional<String> in(RawRequest request) {
            return request.inBody(steps);
        }

        @Override
        public String shown() {
            return pointer + " of the body";
        }
    }
}
