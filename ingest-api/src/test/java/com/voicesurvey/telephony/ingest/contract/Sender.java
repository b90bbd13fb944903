package com.voicesurvey.telephony.ingest.contract;

import java.net.http.HttpRequest;
import java.util.Map;

/** A provider as it would send its callbacks. */
interface Sender {
    /** What ingest-api has to be configured with. */
    Map<String, String> environment();

    /** The provider's name in the event. */
    String provider();

    /** A genuine callback. */
    HttpRequest.Builder genuine(int port, String callId, Report report);

    /** The same, signed by somebody else. */
    HttpRequest.Builder forged(int port, String callId, Report report);

    /** The same without a signature. */
    HttpRequest.Builder unsigned(int port, String callId, Report report);

    /** Signed, of a status that nobody knows. */
    HttpRequest.Builder unknown(int port, String callId);

    /** Signed, and without the call's own id at the provider. */
    HttpRequest.Builder withoutLeg(int port, String callId);

    /** Signed, with a campaign that is no UUID. */
    HttpRequest.Builder withWrongCampaign(int port, String callId);

    /** Signed, with one byte of the body changed afterwards. */
    HttpRequest.Builder tampered(int port, String callId, Report report);
}
