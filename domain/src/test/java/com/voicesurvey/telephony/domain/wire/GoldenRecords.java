package com.voicesurvey.telephony.domain.wire;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.event.Report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What each golden record has meant since it was first written. */
final class GoldenRecords {
    static final DialogueStart DIALOGUE_START =
            new DialogueStart(
                    Report.CALL,
                    new CallAttemptId(UUID.fromString("7d444840-9dc0-41d1-b245-5ffdce74fad2")),
                    Report.CAMPAIGN,
                    Report.CONTACT,
                    Report.LEG,
                    Instant.parse("2026-02-12T11:48:41Z"),
                    Language.IT,
                    AnsweredBy.HUMAN);

    static final OverdueCall OVERDUE_CALL =
            new OverdueCall(Report.CALL, Report.CAMPAIGN, Report.CONTACT, Report.LEG, 3);

    private static final ProviderCallId OTHER_LEG =
            new ProviderCallId("CA92eb5ffee6ae2fec3ad71c777531578f");
    private static final String ERROR =
            "Dial: Twilio does not support calling this number or the number is invalid";

    private GoldenRecords() {}

    static List<GoldenRecord> all() {
        return List.of(
                event(
                        "initiated",
                        progress(EventType.INITIATED, 0, "2026-02-12T11:48:25", "412345"),
                        form("initiated", "11:48:25", 0)),
                event(
                        "ringing",
                        progress(EventType.RINGING, 1, "2026-02-12T11:48:27", "900"),
                        form("ringing", "11:48:27", 1)),
                event(
                        "answered",
                        progress(EventType.ANSWERED, 2, "2026-02-12T11:48:41", "073"),
                        form("in-progress", "11:48:41", 2)),
                event(
                        "machine-detected",
                        Report.of(EventType.MACHINE_DETECTED)
                                .status("machine_end_beep")
                                .answeredBy(AnsweredBy.MACHINE_END_BEEP)
                                .receivedAt(Instant.parse("2026-02-12T11:48:46.310Z")),
                        "CallSid=CA0cc175b9c0f1b6a831c399e269772661"
                                + "&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                + "&AnsweredBy=machine_end_beep&MachineDetectionDuration=4500"),
                event(
                        "completed",
                        progress(EventType.COMPLETED, 3, "2025-11-02T14:21:12", "250")
                                .leg(new ProviderCallId("CA4a8a08f09d37b73795649038408b5f33"))
                                .answeredBy(AnsweredBy.HUMAN)
                                .lasting(Duration.ofSeconds(17)),
                        COMPLETED_FORM),
                event(
                        "no-answer",
                        progress(EventType.NO_ANSWER, 2, "2026-02-12T11:48:55", "500")
                                .lasting(Duration.ZERO),
                        form("no-answer", "11:48:55", 2) + ENDED + "&SipResponseCode=487"),
                event(
                        "busy",
                        progress(EventType.BUSY, 2, "2026-02-12T11:48:29", "000001")
                                .lasting(Duration.ZERO),
                        form("busy", "11:48:29", 2) + ENDED + "&SipResponseCode=486"),
                event(
                        "failed",
                        progress(EventType.FAILED, 1, "2026-02-12T11:48:26", "200")
                                .lasting(Duration.ZERO)
                                .error(new ProviderError("13224", ERROR)),
                        form("failed", "11:48:26", 1)
                                + ENDED
                                + "&SipResponseCode=404&ErrorCode=13224&ErrorMessage="
                                + ERROR),
                event(
                        "canceled",
                        progress(EventType.CANCELED, 2, "2026-02-12T11:48:33", "750")
                                .lasting(Duration.ZERO),
                        form("canceled", "11:48:33", 2) + ENDED),
                event(
                        "child-leg",
                        progress(EventType.RINGING, 0, "2026-02-12T11:48:50", "100")
                                .leg(OTHER_LEG)
                                .childOf(Report.LEG),
                        form("ringing", "11:48:50", 0)
                                        .replace(Report.LEG.value(), OTHER_LEG.value())
                                        .replace("outbound-api", "outbound-dial")
                                + "&ParentCallSid="
                                + Report.LEG),
                unknownStatus(),
                event(
                        "repeated-parameters",
                        Report.of(EventType.COMPLETED)
                                .call(new CallId("Umfrage/42 – Zoë"))
                                .leg(OTHER_LEG)
                                .lasting(Duration.ofSeconds(13))
                                .receivedAt(Instant.parse("2022-01-12T07:29:46.500Z")),
                        "CallSid=CA92eb5ffee6ae2fec3ad71c777531578f&CallStatus=completed"
                                + "&CallDuration=13&RecordingSid=RE1&RecordingSid=RE2"
                                + "&RecordingSid=RE1&CallerName=Zoë 😀&FromCity=&=nameless"));
    }

    private static GoldenRecord event(String name, Report report, String form) {
        return new GoldenRecord(name, new DecodedValue.Event(report.event()), parameters(form));
    }

    private static GoldenRecord unknownStatus() {
        Report report =
                Report.of(EventType.ANSWERED)
                        .status("answered")
                        .receivedAt(Instant.parse("2026-02-12T11:48:41Z"));
        String form =
                form("answered", "", 0)
                        .replace("&Timestamp=Thu, 12 Feb 2026  +0000", "")
                        .replace("&CallbackSource=call-progress-events", "")
                        .replace("&SequenceNumber=0", "");
        return new GoldenRecord(
                "unknown-status",
                new DecodedValue.UnknownStatus(report.header()),
                parameters(form));
    }

    private static Report progress(EventType type, int sequence, String second, String fraction) {
        return Report.of(type)
                .sequence(sequence)
                .at(second + "Z")
                .receivedAt(Instant.parse(second + "." + fraction + "Z"));
    }

    private static List<Parameter> parameters(String form) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : Arrays.asList(form.split("&", -1))) {
            int split = pair.indexOf('=');
            parameters.add(new Parameter(pair.substring(0, split), pair.substring(split + 1)));
        }
        return parameters;
    }

    /** What Twilio sends of a call under way, decoded, in its order. */
    private static String form(String status, String time, int sequence) {
        return "Called=+15550100002&ToState=&CallerCountry=US&Direction=outbound-api"
                + "&Timestamp=Thu, 12 Feb 2026 "
                + time
                + " +0000&CallbackSource=call-progress-events&CallerState=&ToZip=&SequenceNumber="
                + sequence
                + "&CallSid=CA0cc175b9c0f1b6a831c399e269772661&To=+15550100002&CallerZip="
                + "&ToCountry=IN&CalledZip=&ApiVersion=2010-04-01&CalledCity=&CallStatus="
                + status
                + "&From=+15550100001&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                + "&CalledCountry=IN&CallerCity=&ToCity=&FromCountry=US&Caller=+15550100001"
                + "&FromCity=&CalledState=&FromZip=&FromState=";
    }

    private static final String ENDED = "&Duration=0&CallDuration=0";

    private static final String COMPLETED_FORM =
            "Called=+15550100002&ToState=Maharashtra / Goa&CallerCountry=US"
                    + "&Direction=outbound-api&Timestamp=Sun, 02 Nov 2025 14:21:12 +0000"
                    + "&CallbackSource=call-progress-events&SipResponseCode=200&CallerState=MN"
                    + "&ToZip=&SequenceNumber=3&CallSid=CA4a8a08f09d37b73795649038408b5f33"
                    + "&To=+15550100002&CallerZip=55771&ToCountry=IN&CalledZip="
                    + "&ApiVersion=2010-04-01&CalledCity=&CallStatus=completed&Duration=1"
                    + "&From=+15550100001&CallDuration=17"
                    + "&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&CalledCountry=IN"
                    + "&CallerCity=CRANE LAKE&ToCity=&FromCountry=US&Caller=+15550100001"
                    + "&FromCity=CRANE LAKE&CalledState=Maharashtra / Goa&FromZip=55771"
                    + "&AnsweredBy=human&FromState=MN";
}
