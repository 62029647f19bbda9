package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Screens;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down what a screen asked for instead of showing it.
public final class QuietScreens implements Screens {

    public final List<String> asked = new ArrayList<>();
    private final ModalHost modals = new ModalHost();

    @Override
    public ModalHost modals() {
        return modals;
    }

    @Override
    public Optional<Screen> front() {
        return Optional.empty();
    }

    @Override
    public void show(Screen screen) {
        asked.add("show " + screen.id());
    }

    @Override
    public void openChannel(Source source, ChannelId channel) {
        asked.add("open " + channel);
    }

    @Override
    public void reveal(Source source) {
        asked.add("reveal " + source.name());
    }

    @Override
    public void openArchive(Path archive) {
        asked.add("archive " + archive);
    }

    @Override
    public void editConnection(Optional<Connection> connection) {
        asked.add("edit");
    }

    @Override
    public void backUp(Source source, List<ChannelId> channels) {
        asked.add("back up " + channels);
    }

    @Override
    public void restore(Optional<Path> archive) {
        asked.add("restore");
    }

    @Override
    public void showJobs() {
        asked.add("jobs");
    }

    @Override
    public void tell(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies) {
        asked.add(sentence);
    }

    @Override
    public void tell(Fault fault) {
        asked.add(fault.sentence());
    }
}
