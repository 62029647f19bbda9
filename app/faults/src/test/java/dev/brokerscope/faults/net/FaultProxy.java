package dev.brokerscope.faults.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between client and broker and can spoil what passes.
public final class FaultProxy implements AutoCloseable {

    /// What is done to all connections, the ones to come too.
    public enum Fault {
        NONE,
        /// Each connection is reset at once.
        RESET,
        /// The broker's side is gone and the client is not told.
        HALF_OPEN,
        /// One byte at a time, with a pause behind each.
        TRICKLE,
        /// Everything is taken and nothing comes back.
        BLACK_HOLE
    }

    private static final int CHUNK = 16_384;
    private static final int TRICKLED = 400;

    private final ServerSocket door;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress broker = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private volatile Fault fault = Fault.NONE;

    private record Pair(Socket client, Socket server) {}

    /// Listens on a free port of the loopback address.
    public FaultProxy() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    /// Where everything goes from now on.
    public void lead(String address) {
        int colon = address.lastIndexOf(':');
        broker = new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /// Begins or, with `NONE`, ends a fault. What a fault has broken stays broken.
    public void fault(Fault next) {
        Fault before = fault;
        fault = next;
        if (next == Fault.RESET || before == Fault.HALF_OPEN || before == Fault.BLACK_HOLE) {
            pairs.forEach(FaultProxy::reset);
        } else if (next == Fault.HALF_OPEN) {
            pairs.forEach(pair -> close(pair.server()));
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Pair pair = new Pair(client, new Socket());
        pairs.add(pair);
        try {
            if (fault == Fault.RESET) {
                reset(pair);
                return;
            }
            if (fault == Fault.HALF_OPEN || fault == Fault.BLACK_HOLE) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            client.setTcpNoDelay(true);
            pair.server().connect(broker, 2_000);
            pair.server().setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(pair, pair.server(), client));
            pass(pair, client, pair.server());
        } catch (IOException gone) {
            reset(pair);
        } finally {
            pairs.remove(pair);
        }
    }

    private void pass(Pair pair, Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                pass(chunk, size, out);
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            if (fault != Fault.HALF_OPEN && fault != Fault.BLACK_HOLE) {
                reset(pair);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(byte[] chunk, int size, OutputStream out) throws IOException, InterruptedException {
        int at = 0;
        for (int slow = 0; fault == Fault.TRICKLE && at < size && slow < TRICKLED; slow++) {
            out.write(chunk, at++, 1);
            out.flush();
            Thread.sleep(1);
        }
        if (fault != Fault.BLACK_HOLE && fault != Fault.HALF_OPEN) {
            out.write(chunk, at, size - at);
            out.flush();
        }
    }

    private static void reset(Pair pair) {
        for (Socket socket : new Socket[]{pair.client(), pair.server()}) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closed) {
                // it is gone already
            }
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    @Override
    public void close() {
        pairs.forEach(FaultProxy::reset);
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
