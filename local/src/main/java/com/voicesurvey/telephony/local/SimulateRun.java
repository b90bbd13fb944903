package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.local.command.Arguments;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.simulate.SimulationRun;
import com.voicesurvey.telephony.local.verify.Judge;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Calls some receiver as Twilio does. */
record SimulateRun(Arguments.Simulate arguments, Shell shell) {
    private static final int PATIENCE_MILLIS = 5_000;

    int run() {
        requireReceiver(arguments.receiver().connectTo());
        SimulationRun run =
                new SimulationRun(
                        arguments.receiver(),
                        arguments.signer(),
                        arguments.settings(),
                        arguments.database());
        return new JudgedSimulation(run, judge()).run(shell);
    }

    private @Nullable Judge judge() {
        return arguments.database() == null
                ? null
                : Judge.over(arguments.database(), arguments.kafka());
    }

    /** Otherwise every single callback would find out for itself. */
    private static void requireReceiver(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new RunFailedException("--url is no URL: " + url, ExitCode.USAGE);
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw new RunFailedException(
                    "--url is not of the form http://host:port: " + url, ExitCode.USAGE);
        }
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new RunFailedException("Nobody answers at " + url + ": " + e.getMessage());
        }
    }
}
