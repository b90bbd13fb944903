package com.voicesurvey.telephony.local.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept-alive connection, with at most one request under way. */
final class Connection {
    private static final int BUFFER = 8_192;

    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private int request = -1;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    static Connection open(int port, Selector selector) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** The number of the request under way; -1 for none. */
    int request() {
        return request;
    }

    void send(int number, PreparedRequests requests) throws IOException {
        request = number;
        in.clear();
        requests.write(number, out);
        // a request is smaller than any socket's buffer, and that one is empty
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Reads what has come; the status once the answer is whole, else 0. */
    int receive() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed the connection");
        }
        int status = request < 0 ? 0 : Answer.status(in.array(), in.position());
        if (status == 0 && !in.hasRemaining()) {
            throw new IOException("an answer of more than " + BUFFER + " bytes");
        }
        if (status != 0) {
            request = -1;
        }
        return status;
    }

    void close() throws IOException {
        channel.close();
    }
}
