package com.voicesurvey.telephony.testbed.twilio;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One parameter of a form, decoded. */
public record FormField(String name, String value) {

    public FormField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The fields as {@code application/x-www-form-urlencoded}, in their order. */
    public static String encode(List<FormField> fields) {
        return fields.stream()
                .map(field -> encoded(field.name) + "=" + encoded(field.value))
                .collect(Collectors.joining("&"));
    }

    /** The fields of such a text, in their order. */
    public static List<FormField> decode(String form) {
        return Arrays.stream(form.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .map(
                        part ->
                                new FormField(
                                        decoded(part[0]), part.length < 2 ? "" : decoded(part[1])))
                .toList();
    }

    /** The value of the first field of that name; empty where there is none. */
    public static String first(List<FormField> fields, String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(FormField::value)
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
