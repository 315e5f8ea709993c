package io.truenorth.cli.score;

import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.Closeable;
import java.io.IOException;

/** Writes the scores of customers, one record each, in a format that is identical on every machine and JDK. */
public interface ScoreWriter extends Closeable {

    /** Writes the score of a customer. */
    void write(String customer, ScoreSnapshot snapshot) throws IOException;
}
