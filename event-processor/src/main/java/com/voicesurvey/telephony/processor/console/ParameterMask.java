package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.fault.PhoneNumbers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes telephone numbers, and the addresses that stand for them, out of a provider's parameters.
 */
final class ParameterMask {
    /** Twilio's and Telnyx's names, in lower case and without what stands before a dot. */
    private static final Set<String> NUMBERS =
            Set.of("from", "to", "caller", "called", "forwardedfrom", "callername", "caller_name");

    /** As long as a number is that stands without its plus sign. */
    private static final Pattern ALL_DIGITS = Pattern.compile("\\d{8,15}");

    private static final String MASKED = "+***";

    private ParameterMask() {}

    static List<Parameter> masked(List<Parameter> parameters) {
        return parameters.stream().map(ParameterMask::masked).toList();
    }

    private static Parameter masked(Parameter parameter) {
        return new Parameter(
                parameter.name(),
                hides(parameter) ? MASKED : PhoneNumbers.masked(parameter.value()));
    }

    private static boolean hides(Parameter parameter) {
        if (parameter.value().isBlank()) {
            return false;
        }
        String name = parameter.name().toLowerCase(Locale.ROOT);
        return NUMBERS.contains(name.substring(name.lastIndexOf('.') + 1))
                || ALL_DIGITS.matcher(parameter.value().strip()).matches();
    }
}
