package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.metrics.Outcome;

import java.time.Duration;

/** The errors of the webhook route, each with what to do about it. */
final class Problems {
    static final String NOTHING_HERE =
            "Nothing is here; webhooks go to /webhooks/telephony/events, and to"
                    + " /webhooks/telephony/telnyx/events where Telnyx is configured";

    private Problems() {}

    static Reply wrongMethod(String method, String allow) {
        return new Reply.WrongMethod(
                Outcome.WRONG_METHOD,
                new Problem(
                        405,
                        "Method Not Allowed",
                        method + " is not taken here: set the status callback's method to POST"),
                allow);
    }

    static Reply wrongMediaType() {
        return failed(
                Outcome.WRONG_MEDIA_TYPE,
                new Problem(
                        415,
                        "Unsupported Media Type",
                        "Send application/x-www-form-urlencoded, or application/json where the"
                                + " provider does, in UTF-8 and without Content-Encoding"));
    }

    static Reply tooLarge(int maxBytes) {
        return failed(
                Outcome.TOO_LARGE,
                new Problem(
                        413,
                        "Content Too Large",
                        "The body is larger than "
                                + maxBytes
                                + " bytes; HTTP_MAX_BODY_BYTES sets this limit"));
    }

    static Reply tooSlow(Duration readTimeout) {
        return failed(
                Outcome.TOO_SLOW,
                new Problem(
                        408,
                        "Request Timeout",
                        "The body did not arrive within "
                                + readTimeout.toMillis()
                                + " ms; HTTP_READ_TIMEOUT sets this limit"));
    }

    static Reply broken() {
        return failed(
                Outcome.MALFORMED,
                Problem.badRequest(
                        "The body ended before its stated length, or its chunks are" + " broken"));
    }

    static Reply unreadable(String what, String detail) {
        return failed(Outcome.MALFORMED, Problem.badRequest(what + " " + detail));
    }

    static Reply malformed(String detail, String advice) {
        return failed(Outcome.MALFORMED, Problem.badRequest(detail + ". " + advice));
    }

    static Reply forged(String detail, String advice) {
        return failed(
                Outcome.FORGED,
                Problem.forbidden("Not signed as it arrived: " + detail + ". " + advice));
    }

    static Reply notKept() {
        return failed(
                Outcome.NOT_KEPT,
                Problem.unavailable(
                        "The event could not be kept: Kafka did not acknowledge it in time, and the"
                                + " spool is full or failing; send it again"));
    }

    static Reply overloaded() {
        return failed(
                Outcome.OVERLOADED,
                Problem.unavailable(
                        "Too many requests at once; send it again. HTTP_MAX_IN_FLIGHT sets this"
                                + " limit"));
    }

    static Problem fault() {
        return new Problem(
                500, "Internal Server Error", "A fault of this service; its log says more");
    }

    private static Reply failed(Outcome outcome, Problem problem) {
        return new Reply.Failed(outcome, problem);
    }
}
