package dev.brokerscope.desktop.desk;

import dev.brokerscope.core.Engine;
import dev.brokerscope.desktop.preferences.Preferences;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.UiThread;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;

/// What every screen is given: the engine, the open sources, the ways to other screens.
///
/// @param work where blocking calls belong, a virtual thread each
/// @param zone that times are shown in
public record Desk(Engine engine, Sources sources, Screens screens, Preferences preferences, DesktopServices services,
        UiThread ui, Executor work, ObjectProperty<ZoneId> zone) {}
