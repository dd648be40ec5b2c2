package org.bluescript.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.profiler.ProfileFile;

/** Where the profile of a run goes: into a new file, or to what an earlier run has left there. */
final class ProfileSaving {
    private final Path file;
    private final TypedProgram program;
    private final Observations observations = new Observations();

    private ProfileSaving(Path file, TypedProgram program) {
        this.file = file;
        this.program = program;
    }

    /** Makes sure, before the program runs, that the file is one which may be written. */
    static ProfileSaving into(String name, TypedProgram program) {
        ProfileSaving saving = new ProfileSaving(ProfileReading.path(name), program);
        saving.earlier();
        return saving;
    }

    /** What the run is to be observed by. */
    Observations observations() {
        return observations;
    }

    /** Writes the profile, with what earlier runs of the same program have shown, and says so. */
    String save() {
        return save(observations.profile());
    }

    /** The same with what was seen elsewhere, too. */
    String save(Profile now) {
        ProfileFile.Reading earlier = earlier();
        try {
            ProfileFile.write(file, program, earlier.isStale() ? now : earlier.profile().and(now));
        } catch (IOException e) {
            throw CommandException.world("the profile cannot be written to " + file + ": " + ProfileReading.reason(e));
        }
        if (earlier.isStale()) {
            return "profile: written to " + file + ", instead of an older one of other texts of "
                    + String.join(", ", earlier.stale());
        }
        return "profile: " + (earlier.profile().functions().isEmpty() ? "written to " : "added to ") + file;
    }

    private ProfileFile.Reading earlier() {
        if (!Files.exists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw CommandException.world("there is no folder " + folder + " for a profile", "make it first");
            }
            return new ProfileFile.Reading(Profile.EMPTY, List.of());
        }
        if (!Files.isRegularFile(file)) {
            throw CommandException.world(file + " is not a file, so no profile can be written to it");
        }
        return ProfileReading.read(file, program);
    }
}
