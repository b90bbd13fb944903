package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.ingest.config.OutboundSettings;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;
import com.voicesurvey.telephony.local.command.Arguments;
import com.voicesurvey.telephony.local.place.CallPlacement;
import com.voicesurvey.telephony.local.place.PlacedAttempts;
import com.voicesurvey.telephony.local.place.Placement;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Shell;

import java.io.PrintStream;

/** Places one call. */
record PlaceCallRun(Arguments.PlaceCall arguments, Shell shell) {

    int run() {
        CallOrder order = arguments.order();
        PrintStream out = shell.out();
        out.println("call_id      " + order.callId());
        out.println("campaign_id  " + order.campaignId());
        out.println("contact_id   " + order.contactId());
        Placement placement = place(order);
        return switch (placement) {
            case Placement.Placed(var id, boolean before) -> {
                out.println(before ? "Placed before, not dialled again: " + id : "Dialling: " + id);
                yield ExitCode.OK;
            }
            case Placement.Rejected(String detail) -> failed("Not dialled. " + detail);
            case Placement.Refused(var error, boolean retryable) ->
                    failed(
                            "Twilio refused: %s %s%n%s"
                                    .formatted(
                                            error.code(),
                                            error.message(),
                                            retryable ? again(order) : meaning(error.code())));
            case Placement.InDoubt(String detail, var settledIn) ->
                    failed(
                            """
                            The call may or may not exist: %s
                            In %d s or later this finds out, and does not ring twice:
                            %s"""
                                    .formatted(
                                            detail,
                                            Math.max(1, settledIn.toSeconds()),
                                            again(order)));
        };
    }

    private Placement place(CallOrder order) {
        OutboundSettings settings = arguments.settings();
        TwilioProvider provider =
                TwilioProvider.of(
                        settings.twilio().currentTokens(),
                        settings.twilio().api(),
                        settings.publicBaseUrl());
        PlacedAttempts attempts = new PlacedAttempts(arguments.database());
        return new CallPlacement(provider, attempts).place(order, arguments.isOwnCampaign());
    }

    private int failed(String what) {
        shell.err().println(what);
        return ExitCode.FAILED;
    }

    private static String meaning(String code) {
        return code.matches("\\d+") ? "https://www.twilio.com/docs/errors/" + code : "";
    }

    private static String again(CallOrder order) {
        return "  ./voicesurvey place-call --to %s --from %s --call-id '%s' --campaign-id %s --contact-id %s"
                .formatted(
                        order.to(),
                        order.from(),
                        order.callId(),
                        order.campaignId(),
                        order.contactId());
    }
}
