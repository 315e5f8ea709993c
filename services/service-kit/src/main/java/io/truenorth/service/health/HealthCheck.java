package io.truenorth.service.health;

/** A named health check. */
public interface HealthCheck {

    /** The name in responses, such as {@code kafka}. */
    String name();

    /** The current result; returns at once and never throws. */
    Health check();

    /** A check with that name. */
    static HealthCheck of(String name, Check check) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return check.check();
            }
        };
    }

    /** The check itself. */
    @FunctionalInterface
    interface Check {
        /** The current result. */
        Health check();
    }
}
