package io.truenorth.cli.score;

import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.Closeable;
import java.io.IOException;

/** Writes where customers stand, one record each, in a form that is the same on every machine and JDK. */
public interface ScoreWriter extends Closeable {

    /** Writes one customer. */
    void write(String customer, ScoreSnapshot snapshot) throws IOException;
}
