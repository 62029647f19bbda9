package dev.brokerscope.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.cli.output.Json;
import java.util.Locale;

/// What an archive holds, for machines.
final class ArchiveJson {

    private ArchiveJson() {}

    static ObjectNode of(Archive archive, ArchiveContents contents) {
        Session session = archive.session();
        ObjectNode root = Json.object();
        root.put("archive", archive.file().toString());
        root.put("format", contents.format() / 1000 + "." + contents.format() % 1000);
        root.put("set", contents.setId().toString()).put("volume", contents.volumeId().toString());
        root.put("createdAt", contents.createdAt()).put("writer", contents.writer());
        switch (contents.seal()) {
            case ArchiveContents.Seal.Sealed(var at, var hash) -> root.put("sealed", true).put("sealedAt", at).put(
                    "rootHash", hash.toHex());
            case ArchiveContents.Seal.Unfinished() -> root.put("sealed", false);
        }
        var volumes = root.putArray("volumes");
        contents.volumes().forEach(v -> volumes.addObject().put("file", v.file().toString()).put("volume",
                v.id().toString()).put("number", v.number())
                .put("sealed", v.seal() instanceof ArchiveContents.Seal.Sealed));
        var runs = root.putArray("runs");
        contents.runs().forEach(r -> runs.add(run(r)));
        var channels = root.putArray("channels");
        contents.channels().forEach(c -> channels.add(channel(c, session)));
        var schemas = root.putArray("schemas");
        contents.schemas().forEach(s -> schemas.addObject().put("registry", s.registry()).put("id", s.id().notation())
                .put("kind", s.kind().toLowerCase(Locale.ROOT)).put("embedded", s.known()));
        return root;
    }

    private static ObjectNode run(ArchiveContents.Run run) {
        ObjectNode node = Json.object();
        node.put("run", run.id().toString()).put("broker", run.source().broker());
        node.put("source", run.source().label()).put("clusterId", run.source().clusterId().orElse(null));
        node.put("kind", Json.word(run.kind())).put("fidelity", Json.word(run.fidelity()));
        node.put("state", Json.word(run.state())).put("startedAt", run.startedAt());
        if (run.finishedAt().isPresent()) {
            node.put("finishedAt", run.finishedAt().getAsLong());
        }
        node.put("actor", run.actor()).put("host", run.host()).put("error", run.error().orElse(null));
        var events = node.putArray("events");
        run.events().forEach(e -> events.addObject().put("kind", e.kind()).put("detail", e.detail())
                .put("channel", e.channel().map(c -> c.text()).orElse(null)));
        var objects = node.putArray("objects");
        run.objects().forEach(o -> objects.addObject().put("kind", o.kind()).put("name", o.name()).put("body",
                o.body()));
        return node;
    }

    private static ObjectNode channel(ArchiveContents.Channel channel, Session session) {
        ObjectNode node = Json.object();
        node.put("channel", channel.id().text()).put("kind", channel.id().kind());
        node.put("original", channel.original().text()).put("incarnation", channel.incarnation());
        var partitions = node.putArray("partitions");
        for (ArchiveContents.Partition p : channel.partitions()) {
            ObjectNode partition = partitions.addObject().put("partition", p.number());
            var coverage = partition.putArray("coverage");
            p.coverage().forEach(c -> coverage.add(coverage(c, session)));
        }
        var groups = node.putArray("groups");
        channel.groups().forEach(g -> {
            ObjectNode group = groups.addObject().put("group", g.name()).put("state", g.state());
            ObjectNode next = group.putObject("next");
            g.progress().forEach(p -> next.put(Integer.toString(p.partition()), session.notation(p.next())));
        });
        var schemas = node.putArray("schemas");
        channel.schemas().forEach(s -> schemas.addObject().put("side", Json.word(s.side())).put("id",
                s.id().notation()).put("messages", s.count()));
        return node;
    }

    private static ObjectNode coverage(ArchiveContents.Coverage c, Session session) {
        ObjectNode node = Json.object();
        node.put("run", c.run().toString()).put("from", session.notation(c.begin()));
        node.put("next", session.notation(c.next())).put("messages", c.messages()).put("tombstones", c.tombstones());
        node.put("bytes", c.bytes());
        if (c.timeMin().isPresent()) {
            node.put("oldest", c.timeMin().getAsLong());
        }
        if (c.timeMax().isPresent()) {
            node.put("newest", c.timeMax().getAsLong());
        }
        node.put("holes", c.holes()).put("contentHash", c.contentHash().map(h -> h.toHex()).orElse(null));
        var gaps = node.putArray("gaps");
        c.gaps().forEach(g -> gaps.addObject().put("from", session.notation(g.from())).put("next",
                session.notation(g.next())).put("reason", g.reason().text()).put("measured", g.measured())
                .put("detail", g.detail()));
        return node;
    }
}
