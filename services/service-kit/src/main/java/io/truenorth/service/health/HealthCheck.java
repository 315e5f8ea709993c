package io.truenorth.service.health;

/** One thing that must be well. */
public interface HealthCheck {

    /** How answers call it: {@code kafka}. */
    String name();

    /** How it is now; returns at once and throws nothing. */
    Health check();

    /** A check of that name. */
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

    /** What a check does. */
    @FunctionalInterface
    interface Check {
        /** How it is now. */
        Health check();
    }
}
