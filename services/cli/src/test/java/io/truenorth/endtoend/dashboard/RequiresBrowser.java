package io.truenorth.endtoend.dashboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that open the dashboard's page in the system's Chromium. Without one they are skipped, and one line says so; where the
 * variable {@code TRUENORTH_REQUIRE_BROWSER} is true they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserCondition.class, ShownSystemExtension.class})
@interface RequiresBrowser {}
