/**
 * What is the same for every channel: {@link io.truenorth.gateway.intake.Intake} gives a request room and reads its body
 * within limits; a {@link io.truenorth.gateway.intake.Translation} says what the channel means; the {@link
 * io.truenorth.gateway.intake.Harvest} of that is stored by the {@link io.truenorth.gateway.intake.Publisher} before the
 * request is answered.
 */
@NullMarked
package io.truenorth.gateway.intake;

import org.jspecify.annotations.NullMarked;
