package com.voicesurvey.telephony.testbed.proxy;

import com.voicesurvey.telephony.testbed.host.FreePort;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of this machine that leads to another one, over a link that can be made to fail. */
public final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final InetSocketAddress target;
    private final int port = FreePort.orGiven(0);
    private final Gate gate = new Gate(new Link.Open());
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private Thread accepting = Thread.currentThread();

    private TcpProxy(int targetPort) {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    }

    /** An open link to a port of this machine; nobody needs to listen there yet. */
    public static TcpProxy to(int targetPort) {
        TcpProxy proxy = new TcpProxy(targetPort);
        proxy.set(new Link.Open());
        return proxy;
    }

    /** Where clients connect; always the same. */
    public int port() {
        return port;
    }

    /** Changes the link, for the connections that there are as well. */
    public synchronized void set(Link link) {
        gate.set(link);
        if (link instanceof Link.Cut) {
            stopListening();
            connections.forEach(ProxiedConnection::close);
        } else {
            connections.stream()
                    .filter(ProxiedConnection::hasSwallowed)
                    .forEach(ProxiedConnection::close);
            listen();
        }
    }

    @Override
    public void close() {
        set(new Link.Cut());
    }

    private void listen() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            listener = opened;
            accepting = Thread.startVirtualThread(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
    }

    private void stopListening() {
        if (listener == null) {
            return;
        }
        try {
            listener.close();
            listener = null;
            // whoever waits in accept holds the port until then
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop listening on port " + port, e);
        }
    }

    private void accept(ServerSocket on) {
        try {
            while (true) {
                Socket client = on.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException e) {
            // closed: the link was cut
        }
    }

    private void serve(Socket client) {
        ProxiedConnection connection = new ProxiedConnection(client, gate);
        connections.add(connection);
        if (isCut()) {
            connection.close();
        }
        connection.run(target);
        connections.remove(connection);
    }

    private synchronized boolean isCut() {
        return listener == null;
    }
}
