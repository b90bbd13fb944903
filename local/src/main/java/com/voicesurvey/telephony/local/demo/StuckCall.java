package com.voicesurvey.telephony.local.demo;

import com.voicesurvey.telephony.local.run.Pipeline;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.local.simulate.NewCall;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * A call whose only report has a status that nobody knows: it never ends, and the report is a dead
 * letter. So the console has one of each to find.
 */
public record StuckCall(Pipeline pipeline) {
    private static final NewCall CALL = DemoCampaign.STUCK_CALL;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * Reports it.
     *
     * @throws RunFailedException if the report is not accepted
     */
    public void report(StopSignal stop) {
        List<FormField> fields =
                List.of(
                        new FormField("CallSid", "CA5555555555555555555555555555dead"),
                        new FormField("CallStatus", "transferred"),
                        new FormField("AccountSid", pipeline.services().accountSid()),
                        new FormField("To", CALL.phoneNumber()));
        TwilioSigner signer = new TwilioSigner(pipeline.services().authToken());
        String path = CALL.callbackPath();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(pipeline.webhookBase() + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                TwilioSigner.HEADER,
                                signer.sign(pipeline.publicBase() + path, fields))
                        .POST(BodyPublishers.ofString(FormField.encode(fields)))
                        .build();
        stop.check();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new RunFailedException("A callback was not accepted: " + answer.body());
            }
        } catch (IOException e) {
            throw new RunFailedException("A callback was not answered: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("Stopped.");
        }
    }
}
