/// Makes packages of the portable distribution: runtime, application image, `.deb`, `.rpm`, and by `jpackage`
/// `.msi` and `.dmg`. Part of the build, not of the program.
@NullMarked
package dev.brokerscope.installers;

import org.jspecify.annotations.NullMarked;
