package org.fertivision.cli;

import org.fertivision.FertiVision;
import picocli.CommandLine.IVersionProvider;

/** What runs here, in one line. */
final class Version implements IVersionProvider {
    private final Surroundings around;

    Version(Surroundings around) {
        this.around = around;
    }

    @Override
    public String[] getVersion() {
        try (FertiVision engine = new PluginOptions().open(around)) {
            return new String[] {
                "fertivision " + engine.version() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch") + ")"
            };
        }
    }
}
