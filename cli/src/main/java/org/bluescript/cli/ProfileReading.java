package org.bluescript.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.profiler.ProfileFile;
import org.bluescript.profiler.UnreadableProfile;

/** What commands do with files of profiles; whatever is wrong with one is told with a next step. */
final class ProfileReading {
    private ProfileReading() {}

    /** The file that the user has named. */
    static Path path(String name) {
        try {
            if (name.isEmpty()) {
                throw CommandException.usage("the file name of the profile is empty");
            }
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.usage("this cannot be a file name: " + e.getReason());
        }
    }

    /** What the file, which must exist, says of the program. */
    static ProfileFile.Reading read(Path file, TypedProgram program) {
        try {
            return ProfileFile.read(file, program);
        } catch (UnreadableProfile e) {
            throw CommandException.world(e.getMessage(), e.help());
        } catch (IOException e) {
            throw CommandException.world("the profile cannot be read from " + file + ": " + reason(e));
        }
    }

    /** What is known of a program that is about to be compiled. What the file says of modules that have changed since is left out. */
    static Profile of(String name, TypedProgram program, Console console) {
        Path file = path(name);
        if (!Files.isRegularFile(file)) {
            throw CommandException.world(
                    "there is no profile " + file, "make one: bluescript run --interpret --save-profile " + file + " FILE");
        }
        ProfileFile.Reading reading = read(file, program);
        if (reading.isStale()) {
            console.note("profile: " + file + " was made of other texts of " + String.join(", ", reading.stale())
                    + ", and is not used for them; make it anew with --interpret --save-profile");
        }
        return reading.profile();
    }

    /** Some exceptions say only which file. */
    static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
