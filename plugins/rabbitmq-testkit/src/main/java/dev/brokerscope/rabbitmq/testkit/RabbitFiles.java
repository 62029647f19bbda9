package dev.brokerscope.rabbitmq.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The private folder of one server: its configuration, and the environment that points there.
record RabbitFiles(Path folder, RabbitPorts ports) {

    /// Twice the usual, so that a message of a megabyte fits.
    private static final int LARGEST_STREAM_FRAME = 2 << 20;

    void write(RabbitSetup setup, Optional<RabbitCertificates> certificates) throws IOException {
        for (String inner : List.of("mnesia", "log", "home")) {
            Files.createDirectories(folder.resolve(inner));
        }
        List<String> lines = new ArrayList<>(List.of("listeners.tcp.1 = 127.0.0.1:" + ports.amqp(),
                "log.console = false", "log.file.level = info", "disk_free_limit.absolute = 50MB",
                "collect_statistics_interval = 1000"));
        if (setup.plugins().contains("rabbitmq_stream")) {
            lines.addAll(List.of("stream.listeners.tcp.1 = 127.0.0.1:" + ports.stream(),
                    "stream.advertised_host = localhost", "stream.advertised_port = " + ports.stream(),
                    "stream.frame_max = " + LARGEST_STREAM_FRAME));
        }
        if (setup.plugins().contains("rabbitmq_management")) {
            lines.addAll(List.of("management.tcp.ip = 127.0.0.1", "management.tcp.port = " + ports.management()));
        }
        certificates.ifPresent(those -> lines.addAll(tls(those, setup.plugins().contains("rabbitmq_stream"))));
        lines.addAll(setup.config());
        Files.write(folder.resolve("rabbitmq.conf"), lines);
        Files.writeString(folder.resolve("advanced.config"),
                "[{kernel,[{inet_dist_use_interface,{127,0,0,1}}]}].\n");
        Files.writeString(folder.resolve("enabled_plugins"),
                "[" + String.join(",", new TreeSet<>(setup.plugins())) + "].\n");
    }

    private List<String> tls(RabbitCertificates those, boolean stream) {
        List<String> lines = new ArrayList<>(List.of("listeners.ssl.1 = 127.0.0.1:" + ports.amqps(),
                "ssl_options.cacertfile = " + those.authority(), "ssl_options.certfile = " + those.serverCertificate(),
                "ssl_options.keyfile = " + those.serverKey(), "ssl_options.verify = verify_peer",
                "ssl_options.fail_if_no_peer_cert = false", "ssl_cert_login_from = common_name",
                "auth_mechanisms.1 = PLAIN", "auth_mechanisms.2 = AMQPLAIN", "auth_mechanisms.3 = EXTERNAL"));
        if (stream) {
            lines.addAll(List.of("stream.listeners.ssl.1 = 127.0.0.1:" + ports.streams(),
                    "stream.advertised_tls_port = " + ports.streams()));
        }
        return lines;
    }

    Map<String, String> environment() {
        Map<String, String> env = new HashMap<>();
        env.put("HOME", at("home"));
        env.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        env.put("ERL_EPMD_PORT", Integer.toString(ports.epmd()));
        env.put("RABBITMQ_NODENAME", "test" + ports.amqp() + "@localhost");
        env.put("RABBITMQ_DIST_PORT", Integer.toString(ports.distribution()));
        env.put("RABBITMQ_MNESIA_BASE", at("mnesia"));
        env.put("RABBITMQ_LOG_BASE", at("log"));
        env.put("RABBITMQ_CONFIG_FILE", at("rabbitmq.conf"));
        env.put("RABBITMQ_ADVANCED_CONFIG_FILE", at("advanced.config"));
        env.put("RABBITMQ_ENABLED_PLUGINS_FILE", at("enabled_plugins"));
        env.put("RABBITMQ_PID_FILE", at("pid"));
        env.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        // two schedulers that sleep when idle: a test machine has other things to do
        env.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 2:2 +sbwt none");
        return env;
    }

    String at(String name) {
        return folder.resolve(name).toString();
    }
}
