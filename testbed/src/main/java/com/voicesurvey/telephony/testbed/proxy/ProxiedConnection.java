package com.voicesurvey.telephony.testbed.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One client's connection with its continuation to the target. */
final class ProxiedConnection implements AutoCloseable {
    private static final int PIECE = 16_384;

    private final Socket client;
    private final Socket server = new Socket();
    private final Gate gate;
    private volatile boolean swallowed;

    ProxiedConnection(Socket client, Gate gate) {
        this.client = client;
        this.gate = gate;
    }

    /** Forwards in both directions until either end closes. */
    void run(InetSocketAddress target) {
        try (this) {
            server.connect(target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread back = Thread.startVirtualThread(() -> forward(server, client));
            forward(client, server);
            back.join();
        } catch (IOException e) {
            // the target is away: the client learns it by the close
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether something was taken that the other end will never see. */
    boolean hasSwallowed() {
        return swallowed;
    }

    @Override
    public void close() {
        closeQuietly(client);
        closeQuietly(server);
    }

    private void forward(Socket from, Socket to) {
        try (this) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (!gate.passes(read)) {
                    swallowed = true;
                } else if (swallowed) {
                    return;
                } else {
                    out.write(piece, 0, read);
                }
            }
        } catch (IOException e) {
            // one end is gone, and the other one learns it by the close
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing more can be done about it
        }
    }
}
