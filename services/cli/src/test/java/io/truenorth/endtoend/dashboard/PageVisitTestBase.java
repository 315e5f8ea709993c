package io.truenorth.endtoend.dashboard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens a browser in front of the shown system for each test. */
abstract class PageVisitTestBase {
    ShownSystem system;
    Visitor visitor;

    @BeforeEach
    void visit(ShownSystem shown) {
        system = shown;
        visitor = shown.visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }
}
