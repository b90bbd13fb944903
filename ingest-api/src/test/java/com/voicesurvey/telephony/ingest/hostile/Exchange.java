package com.voicesurvey.telephony.ingest.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bytes to a port and back. */
final class Exchange {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final int PATIENCE_MILLIS = 20_000;

    private Exchange() {}

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Sends all of it and that no more comes, and reads until the server closes. */
    static String of(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            send(socket, request);
            return untilClosed(socket);
        }
    }

    /** A server that has refused need not read the rest. */
    private static void send(Socket socket, String request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
        } catch (IOException e) {
            // what it answered is read all the same
        }
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /**
     * What comes until the end of the stream or a reset, which is a way of closing too.
     *
     * @throws java.net.SocketTimeoutException if the server does not close
     */
    static String untilClosed(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int count = socket.getInputStream().read(buffer);
            while (count >= 0) {
                answer.write(buffer, 0, count);
                count = socket.getInputStream().read(buffer);
            }
        } catch (java.net.SocketException e) {
            // reset by the server
        }
        return answer.toString(ISO_8859_1);
    }

    static List<Integer> statuses(String answer) {
        return STATUS.matcher(answer)
                .results()
                .map((MatchResult result) -> Integer.valueOf(result.group(1)))
                .toList();
    }
}
