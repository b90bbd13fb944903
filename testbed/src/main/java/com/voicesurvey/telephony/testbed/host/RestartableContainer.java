package com.voicesurvey.telephony.testbed.host;

import com.github.dockerjava.api.DockerClient;

import org.testcontainers.containers.GenericContainer;

import java.util.List;

/**
 * A container that keeps its files and its port on the host while it is stopped.
 *
 * <p>Stopping through Testcontainers would remove it, and a port that the engine chose would be
 * another one after a restart.
 */
public final class RestartableContainer implements AutoCloseable {
    private final GenericContainer<?> container;
    private final int hostPort;
    private boolean running = true;

    private RestartableContainer(GenericContainer<?> container, int hostPort) {
        this.container = container;
        this.hostPort = hostPort;
    }

    /** Starts a container with one port on the host, and waits for it as its image demands. */
    public static RestartableContainer start(GenericContainer<?> container, int containerPort) {
        int hostPort = FreePort.orGiven(0);
        container.setPortBindings(List.of(hostPort + ":" + containerPort));
        container.start();
        return new RestartableContainer(container, hostPort);
    }

    public String host() {
        return container.getHost();
    }

    public int port() {
        return hostPort;
    }

    /** Ends the container's program with SIGTERM; no effect on a stopped one. */
    public synchronized void stop() {
        if (running) {
            docker().stopContainerCmd(container.getContainerId()).exec();
            running = false;
        }
    }

    /** Ends the container's program with SIGKILL; no effect on a stopped one. */
    public synchronized void kill() {
        if (running) {
            docker().killContainerCmd(container.getContainerId()).exec();
            running = false;
        }
    }

    /** Starts the program again, and does not wait until it serves. */
    public synchronized void restart() {
        if (!running) {
            docker().startContainerCmd(container.getContainerId()).exec();
            running = true;
        }
    }

    /** Removes the container and its files. */
    @Override
    public synchronized void close() {
        container.stop();
        running = false;
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
