package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.util.List;

/** Twilio's way to some instances that take its callbacks; each may ask for retries or not. */
public final class Receivers implements AutoCloseable {
    private static final String RETRIES = "rc=5&rp=ct,rt,5xx";
    private static final String ONCE = "rc=0";

    private final List<CallbackClient> patient;
    private final List<CallbackClient> strict;
    private final List<CallbackClient> behindProxy;

    /**
     * @param bases where the instances listen, scheme, host and port
     * @param publicBase what Twilio is told to call, and signs
     */
    public Receivers(List<String> bases, String publicBase, String authToken) {
        TwilioSigner signer = new TwilioSigner(authToken);
        this.patient =
                bases.stream()
                        .map(base -> client(new CallbackUrl(publicBase, base, RETRIES), signer))
                        .toList();
        this.strict =
                bases.stream()
                        .map(base -> client(new CallbackUrl(publicBase, base, ""), signer))
                        .toList();
        this.behindProxy =
                bases.stream()
                        .map(base -> client(new CallbackUrl(publicBase, base, ONCE), signer))
                        .toList();
    }

    int count() {
        return patient.size();
    }

    CallbackClient at(int receiver, boolean retries) {
        return (retries ? patient : strict).get(receiver);
    }

    /** A proxy in front of all of them. */
    Balancer balancer() {
        return new Balancer(behindProxy);
    }

    @Override
    public void close() {
        patient.forEach(CallbackClient::close);
        behindProxy.forEach(CallbackClient::close);
        strict.forEach(CallbackClient::close);
    }

    private static CallbackClient client(CallbackUrl url, TwilioSigner signer) {
        return new CallbackClient(url, signer);
    }
}
