package dev.brokerscope.brokers;

import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.Rehearsal;
import dev.brokerscope.core.restore.Restore;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.SessionFixture;
import java.nio.file.Path;
import java.util.List;

/// Archives channels and restores them, in one folder.
record Crossing(Path folder) {

    /// What one restore said before, what it reported, and what then stood there.
    record Result(DryRun said, RestoreReport report, List<Message> archived, List<Message> restored,
            ChannelId target) {}

    /// A new channel with messages as ugly as the broker keeps them.
    static ChannelId filled(Side side, int partitions, int messages) throws Exception {
        ChannelId channel = side.fresh();
        try (WritableSession session = side.writing()) {
            side.create(session, channel, partitions);
            ChannelDetails details = session.describe(channel);
            Publishing.allOf(session, PublishRequest.restore(channel), SeededMessages.ofThisRun()
                    .fitting(details.profile()).generate(messages, details.partitions().size()), details.attributes());
        }
        return channel;
    }

    Path archive(Side side, ChannelId channel) throws Exception {
        Path file = folder.resolve(channel.name() + ".msgdb");
        try (Session session = side.connect()) {
            BackupSource source = new BackupSource(side.plugin().descriptor().id(), side.toString(), session,
                    new SchemaChain(List.of()), new DecoderChain(List.of()));
            new Backup(source, new Provenance("Brokerscope test", "tester", "")).run(
                    BackupPlan.of(List.of(Slice.whole(channel)), file)
                            .consenting(session.describe(channel).profile().impact()),
                    JobContext.direct());
        }
        return file;
    }

    Result restore(Path file, ChannelId channel, Side side) throws Exception {
        ChannelId target = side.fresh();
        try (Archive archive = Archive.open(file); WritableSession session = side.writing()) {
            RestorePlan plan = RestorePlan.of(file, session.clusterId())
                    .named(Naming.SAME.renaming(channel.text(), target.text()));
            DryRun said = new Rehearsal(archive, side.target(session)).play(plan);
            RestoreReport report = new Restore(archive, side.target(session), session, folder.resolve("journals"))
                    .run(plan, JobContext.direct());
            List<Message> archived = Readout.of(archive.session(), OpenRequest.everything(channel)).messages();
            return new Result(said, report, archived, read(session, target), target);
        }
    }

    static List<Message> read(Session session, ChannelId channel) throws Exception {
        return Readout.of(session, SessionFixture.everything(session.describe(channel))).messages();
    }
}
