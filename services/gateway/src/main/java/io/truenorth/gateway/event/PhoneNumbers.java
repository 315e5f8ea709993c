package io.truenorth.gateway.event;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.NumberParseException.ErrorType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * Normalizes phone numbers to E.164, {@code +41791234567}.
 *
 * <p>A number is accepted if it is <em>possible</em>: its country exists, and it has the right number of digits.
 * Whether it is assigned is not checked: ranges open every month, and a number would be another customer's with each version of the
 * list.
 */
public final class PhoneNumbers {

    private static final String UNKNOWN_REGION = "ZZ";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Optional<String> region;

    /** @param region the region of national numbers where a source sets none */
    public PhoneNumbers(Optional<String> region) {
        this.region = region;
    }

    /** Whether a region of this ISO 3166 code, such as {@code CH}, has phone numbers. */
    public static boolean isRegion(String code) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(code);
    }

    /**
     * A number in E.164.
     *
     * @param text as it was sent
     * @param ofSource the region of its source
     * @throws IllegalArgumentException saying what was expected, without the number
     */
    String e164(String text, Optional<String> ofSource) {
        Optional<String> national = ofSource.or(() -> region);
        PhoneNumber number = parsed(text, national);
        if (number.hasExtension()) {
            throw new IllegalArgumentException(
                    "expected a phone number of one line, found one with an extension, which E.164 cannot say");
        }
        ValidationResult length = numbers.isPossibleNumberWithReason(number);
        if (length != ValidationResult.IS_POSSIBLE) {
            throw new IllegalArgumentException(
                    "expected a whole phone number, found one that no country has (" + length + ")");
        }
        return numbers.format(number, PhoneNumberFormat.E164);
    }

    private PhoneNumber parsed(String text, Optional<String> national) {
        try {
            PhoneNumber number = numbers.parse(text, national.orElse(UNKNOWN_REGION));
            if (!number.hasExtension() && text.codePoints().anyMatch(Character::isLetter)) {
                throw new IllegalArgumentException("expected a phone number, found one with letters");
            }
            return number;
        } catch (NumberParseException e) {
            boolean isNational = e.getErrorType() == ErrorType.INVALID_COUNTRY_CODE && text.indexOf('+') < 0;
            throw new IllegalArgumentException(
                    isNational
                            ? "expected a phone number with its country, such as +41791234567; national ones need the source's"
                                    + " region, or gateway.identities.region"
                            : "expected a phone number (" + e.getErrorType() + ")",
                    e);
        }
    }
}
