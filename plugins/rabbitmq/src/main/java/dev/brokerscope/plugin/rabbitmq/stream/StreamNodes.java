package dev.brokerscope.plugin.rabbitmq.stream;

import com.rabbitmq.stream.StreamException;
import com.rabbitmq.stream.codec.SimpleCodec;
import com.rabbitmq.stream.impl.Client;
import com.rabbitmq.stream.impl.Client.Broker;
import com.rabbitmq.stream.impl.Client.ClientParameters;
import com.rabbitmq.stream.impl.Client.StreamMetadata;
import com.rabbitmq.stream.sasl.DefaultSaslConfiguration;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.Endpoint;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink.Blocking;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The servers that speak the stream protocol. Streams are read from and written to their leaders, which hold every
/// confirmed message. Any thread.
final class StreamNodes implements AutoCloseable {

    private static final int THREADS = 2;
    /// The server's own limit holds, whatever it is.
    private static final int LARGEST_FRAME = 1 << 30;
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final RabbitLink link;
    private final RabbitConfig config;
    private final EventLoopGroup loops;
    /// Where a leader really answers, by what the servers say.
    private final Map<Endpoint, Endpoint> answering = new ConcurrentHashMap<>();

    StreamNodes(RabbitLink link) {
        this.link = link;
        this.config = link.config();
        this.loops = new MultiThreadIoEventLoopGroup(THREADS,
                (ThreadFactory) body -> config.host().thread("rabbitmq streams", body), NioIoHandler.newFactory());
    }

    RabbitLink link() {
        return link;
    }

    /// Any server that answers; closed by the caller.
    StreamLine any(LineEvents events) throws FaultException, InterruptedException {
        return patiently(new Opening(() -> first(config.streamHosts(), "brokerscope", events)));
    }

    /// The server that leads a stream; closed by the caller.
    ///
    /// @throws FaultException of kind `NOT_FOUND` where there is no such stream
    StreamLine leading(String stream, String purpose, LineEvents events) throws FaultException, InterruptedException {
        return patiently(new Opening(() -> openLeading(stream, purpose, events)));
    }

    /// Does something that waits for an answer, so that an interrupt is heeded.
    <T> T ask(Blocking<T> question) throws FaultException, InterruptedException {
        link.demandOpen();
        return link.patiently(question);
    }

    private StreamLine patiently(Opening opening) throws FaultException, InterruptedException {
        try {
            return ask(opening);
        } catch (InterruptedException e) {
            opening.abandon();
            throw e;
        }
    }

    /// A connection that nobody waits for any more is closed once it is there.
    private static final class Opening implements Blocking<StreamLine> {
        private final Blocking<StreamLine> how;
        private boolean abandoned;
        private List<StreamLine> opened = List.of();

        Opening(Blocking<StreamLine> how) {
            this.how = how;
        }

        @Override
        public StreamLine run() throws FaultException, InterruptedException {
            StreamLine line = how.run();
            synchronized (this) {
                opened = List.of(line);
                if (abandoned) {
                    line.close();
                }
            }
            return line;
        }

        synchronized void abandon() {
            abandoned = true;
            opened.forEach(StreamLine::close);
        }
    }

    private StreamLine openLeading(String stream, String purpose, LineEvents events) throws FaultException {
        StreamLine locator = first(config.streamHosts(), "brokerscope", LineEvents.NONE);
        StreamMetadata metadata;
        try {
            metadata = locator.metadata(stream);
        } finally {
            locator.close();
        }
        Broker leader = metadata.getLeader();
        if (leader == null) {
            throw new FaultException(FaultKind.UNREACHABLE, "rabbitmq.no-leader",
                    "The stream " + stream + " has no leader now.", "Check whether most of its replicas are up.");
        }
        return openLeader(new Endpoint(leader.getHost(), leader.getPort()), purpose, events);
    }

    /// Behind a tunnel or in a container the servers' own names may lead nowhere: then the address in the settings counts.
    private StreamLine openLeader(Endpoint told, String purpose, LineEvents events) throws FaultException {
        Endpoint known = answering.getOrDefault(told, told);
        try {
            return open(known, purpose, events);
        } catch (FaultException e) {
            boolean elsewhere = known.equals(told) && !config.streamHosts().contains(told)
                    && (e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT
                            || e.kind() == FaultKind.TLS);
            if (!elsewhere) {
                throw e;
            }
            Endpoint configured = config.streamHosts().getFirst();
            StreamLine line = open(configured, purpose, events);
            answering.put(told, configured);
            return line;
        }
    }

    private StreamLine first(List<Endpoint> endpoints, String purpose, LineEvents events) throws FaultException {
        FaultException failed = RabbitFaults.unknown("stream server in the settings");
        for (int i = 0; i < endpoints.size(); i++) {
            try {
                return open(endpoints.get(i), purpose, events);
            } catch (FaultException e) {
                failed = i == 0 ? e : failed;
            }
        }
        throw failed.kind() == FaultKind.UNREACHABLE ? StreamFaults.noStreamPort(failed) : failed;
    }

    private StreamLine open(Endpoint endpoint, String purpose, LineEvents events) throws FaultException {
        ChunkFrames frames = new ChunkFrames(events);
        ClientParameters parameters = new ClientParameters().host(endpoint.host()).port(endpoint.port())
                .virtualHost(config.vhost()).eventLoopGroup(loops).rpcTimeout(config.timeout()).codec(new SimpleCodec())
                .requestedHeartbeat(HEARTBEAT).requestedMaxFrameSize(LARGEST_FRAME)
                .clientProperty("connection_name", purpose)
                .bootstrapCustomizer(b -> b.option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(config.timeout().toMillis())))
                .publishConfirmListener((_, id) -> events.confirmed(id))
                .publishErrorListener((_, id, code) -> events.refused(id, code))
                .metadataListener((_, _) -> events.moved())
                .shutdownListener(_ -> events.ended());
        config.tls().ifPresent(tls -> parameters.sslContext(clientSide(tls)));
        parameters.channelCustomizer(channel -> {
            frames.addTo(channel);
            SslHandler tls = channel.pipeline().get(SslHandler.class);
            if (tls != null) {
                SSLParameters named = tls.engine().getSSLParameters();
                named.setEndpointIdentificationAlgorithm("HTTPS");
                tls.engine().setSSLParameters(named);
            }
        });
        if (config.signIn().isPresent()) {
            parameters.username(config.signIn().get().user())
                    .password(new String(config.signIn().get().password()));
        } else {
            parameters.saslConfiguration(DefaultSaslConfiguration.EXTERNAL);
        }
        try {
            return new StreamLine(new Client(parameters), frames);
        } catch (StreamException e) {
            throw StreamFaults.of(endpoint.toString(), e);
        }
    }

    private static JdkSslContext clientSide(SSLContext context) {
        return new JdkSslContext(context, true, null, IdentityCipherSuiteFilter.INSTANCE, null, ClientAuth.NONE, null,
                false);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
