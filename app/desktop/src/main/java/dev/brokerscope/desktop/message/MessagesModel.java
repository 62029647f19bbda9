package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.query.Query;
import dev.brokerscope.core.query.QueryRun;
import dev.brokerscope.core.query.ResultStore;
import dev.brokerscope.core.slice.Times;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.table.RowSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The search of one tab and the page of its result that is shown. Results lie on disk and are read on as pages are
/// asked for. JavaFX thread only; needs no toolkit.
public final class MessagesModel implements AutoCloseable {

    private final ChannelReading reading;
    private final Path cache;
    private final Executor work;
    private final Executor ui;
    private final Supplier<ZoneId> zone;
    private final ReadOnlyObjectWrapper<QueryChoice> choice = new ReadOnlyObjectWrapper<>(QueryChoice.newest());
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(new SearchState.Idle());
    private final ReadOnlyObjectWrapper<PageView> page = new ReadOnlyObjectWrapper<>(PageView.NONE);
    private final ReadOnlyObjectWrapper<SearchProgress> progress = new ReadOnlyObjectWrapper<>(SearchProgress.NONE);
    private final ReadOnlyObjectWrapper<RowSource<MessageRow>> rows =
            new ReadOnlyObjectWrapper<>(RowSource.of(List.of()));
    private Optional<Search> search = Optional.empty();
    private final ReadingWays ways;
    private Set<Impact> consent = Set.of();
    private boolean sourceShown;
    private boolean following;
    private long started;
    private long scannedBefore;

    /// @param cache where results are kept while they are shown
    /// @param zone of times that are typed without one
    public MessagesModel(ChannelReading reading, Path cache, Executor work, Executor ui, Supplier<ZoneId> zone) {
        this.reading = reading;
        this.cache = cache;
        this.work = work;
        this.ui = ui;
        this.zone = zone;
        this.ways = reading.ways();
        choice.set(ways.first());
    }

    public ReadOnlyObjectProperty<QueryChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PageView> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SearchProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The rows of the page; another source for each page.
    public ReadOnlyObjectProperty<RowSource<MessageRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The result on disk, for whoever needs a whole message of it.
    public Optional<ResultStore> store() {
        return search.flatMap(Search::rows);
    }

    /// What was looked for, for people: `payments, newest 500, with "PAY-90417"`.
    String words() {
        QueryChoice asked = choice.get();
        return reading.channel().name() + ", " + asked.range().words()
                + (asked.isFiltered() ? ", " + Texts.text("message.words.filter", asked.filter()) : "");
    }

    public ChannelReading reading() {
        return reading;
    }

    /// The impacts of reading were agreed to, for this tab; runs what was asked for.
    public void agree(Set<Impact> impacts) {
        allow(impacts);
        run(choice.get());
    }

    /// As was agreed to before in this tab.
    public void allow(Set<Impact> impacts) {
        Set<Impact> all = new HashSet<>(consent);
        all.addAll(impacts);
        consent = Set.copyOf(all);
    }

    /// What was agreed to.
    public Set<Impact> consent() {
        return consent;
    }

    /// Whether the channel may hold more than was taken, since it has to get back what is read.
    boolean isCapped() {
        return ways.held() && page.get().stored() >= ReadingWays.HELD_AT_MOST;
    }

    /// Forgets the result and begins another search.
    public void run(QueryChoice wanted) {
        search.ifPresent(Search::close);
        search = Optional.empty();
        choice.set(wanted);
        page.set(new PageView(0, wanted.pageSize(), 0, false));
        progress.set(SearchProgress.NONE);
        rows.set(RowSource.of(List.of()));
        sourceShown = false;
        following = true;
        Set<Impact> missing = ways.asked(consent);
        if (!ways.any()) {
            state.set(new SearchState.NotReadable());
        } else if (!missing.isEmpty()) {
            state.set(new SearchState.NeedsConsent(missing));
        } else {
            search(wanted);
        }
    }

    private void search(QueryChoice wanted) {
        try {
            Query query = new QueryWords(reading, new Times(Instant.now(), zone.get())).query(wanted, consent);
            Search fresh = new Search(() -> QueryRun.open(reading.session(), query, cache,
                    wanted.pageSize(), reading::textOf), work, once());
            search = Optional.of(fresh);
            readOn(fresh, wanted.isLive() ? Long.MAX_VALUE : ways.held() ? ReadingWays.HELD_AT_MOST
                    : wanted.pageSize());
        } catch (FaultException e) {
            state.set(new SearchState.Failed(e.fault()));
        }
    }

    /// What is held, and what only lives, is not gone back to: it is read anew.
    private boolean once() {
        return ways.held() || choice.get().isLive();
    }

    /// Ends the reading under way; what was found stays.
    public void stop() {
        search.ifPresent(Search::stop);
    }

    /// Reads on after a stop or a fault.
    public void goOn() {
        search.filter(_ -> !once()).ifPresentOrElse(s -> readOn(s, page.get().first() + page.get().size()),
                () -> run(choice.get()));
    }

    /// Shows a page, reading on where it is not there yet.
    public void show(int index) {
        PageView now = page.get();
        if (search.isEmpty() || index < 0 || index == now.index()) {
            return;
        }
        page.set(now.at(index));
        following = index == now.last();
        showSource(search.get());
        long wanted = page.get().first() + now.size();
        if (now.stored() < wanted && !now.ended()) {
            readOn(search.get(), wanted);
        }
    }

    /// Takes over what was found since; call it ten times a second while a search runs.
    public void poll() {
        search.ifPresent(this::takeOver);
    }

    private void readOn(Search reader, long untilRows) {
        started = System.nanoTime();
        scannedBefore = reader.run().map(QueryRun::scanned).orElse(0L);
        state.set(new SearchState.Running());
        reader.readUntil(untilRows, outcome -> ui.execute(() -> ended(reader, outcome)));
    }

    private void ended(Search reader, Search.Outcome outcome) {
        if (search.filter(reader::equals).isEmpty()) {
            return;
        }
        takeOver(reader);
        if (page.get().count() == 0 && page.get().hasPrevious()) {
            show(page.get().last());
        }
        state.set(switch (outcome) {
            case Search.Outcome.Read _ -> new SearchState.Done();
            case Search.Outcome.Stopped _ -> new SearchState.Stopped();
            case Search.Outcome.Failed(var fault) -> new SearchState.Failed(fault);
        });
    }

    private void takeOver(Search reader) {
        if (reader.run().isEmpty()) {
            return;
        }
        QueryRun run = reader.run().get();
        progress.set(reading(run));
        PageView grown = page.get().having(run.rows().size(), run.ended());
        boolean turned = choice.get().isLive() && following && grown.last() > grown.index();
        page.set(turned ? grown.at(grown.last()) : grown);
        if (!sourceShown || turned) {
            showSource(reader);
        }
    }

    private void showSource(Search reader) {
        reader.rows().ifPresent(store -> {
            sourceShown = true;
            rows.set(new StoredRows(store, new RowReader(reading), work, page.get().first(), page.get().size()));
        });
    }

    private SearchProgress reading(QueryRun run) {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / 1e9);
        double perSecond = (run.scanned() - scannedBefore) / seconds;
        Count total = total(run.query());
        long left = total.value() - run.scanned();
        boolean known = total.quality() != Count.Quality.UNKNOWN && left > 0 && perSecond >= 1 && seconds > 1;
        return new SearchProgress(run.scanned(), total, run.matched(), run.rows().bytes(), perSecond,
                known ? Optional.of(Duration.ofMillis((long) (left / perSecond * 1000))) : Optional.empty());
    }

    /// What lies in the chosen partitions; an upper bound where only a part of them is asked for.
    private Count total(Query query) {
        if (choice.get().isLive()) {
            return Count.UNKNOWN;
        }
        Count all = reading.details().partitions().stream()
                .filter(p -> query.partitions().isEmpty() || query.partitions().get().contains(p.number()))
                .map(PartitionInfo::count).reduce(Count.exact(0), Count::plus);
        boolean whole = switch (choice.get().range()) {
            case RangeChoice.Newest _,RangeChoice.Oldest _ -> true;
            case RangeChoice.FromOffset _,RangeChoice.FromTime _,RangeChoice.Between _,RangeChoice.Live _ -> false;
        };
        return whole || all.quality() != Count.Quality.EXACT ? all : Count.atMost(all.value());
    }

    /// Ends the search and deletes its result.
    @Override
    public void close() {
        search.ifPresent(Search::close);
        search = Optional.empty();
    }
}
