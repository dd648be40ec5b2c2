package org.bluescript.profiler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.TypedProgram;

/**
 * Profiles in files. The text is JSON; equal profiles of equal programs have equal texts. It says of which program it is, by the path
 * of the main module, and of which texts of its modules, by their hashes.
 *
 * <pre>
 * {
 *   "format" : "bluescript-profile",
 *   "version" : 1,
 *   "main" : "app",
 *   "modules" : { "app" : "SHA-256", "shapes" : "SHA-256" },
 *   "functions" : {
 *     "shapes" : {
 *       "Circle.area" : {
 *         "tree" : "1f3a9c02be41",
 *         "calls" : 2,
 *         "parameters" : [ [ ], [ "integer", "shapes:Circle" ] ],
 *         "result" : [ "float", "others" ],
 *         "values" : { "12" : [ "integer" ] },
 *         "counts" : { "3" : 100 },
 *         "branches" : { "5" : [ 97, 3 ] },
 *         "shapes" : [ { "types" : [ "any", "integer" ], "calls" : 1 }, { "types" : [ "any", "shapes:Circle" ], "calls" : 1 } ]
 *       }
 *     }
 *   }
 * }
 * </pre>
 *
 * <p>{@code values}, {@code counts} and {@code branches} are by the numbers of {@link org.bluescript.language.profile.Sites}; {@code
 * tree} tells whether the numbers still mean the same. Branches and shapes may be missing.
 */
public final class ProfileFile {
    static final String FORMAT = "bluescript-profile";
    static final int VERSION = 1;

    private ProfileFile() {}

    /**
     * What a file says of a program as it is now.
     *
     * @param profile of the functions that are as they were
     * @param stale the paths of the modules that hold other functions, sorted: those with another text, and those whose text means
     *     something else because of others
     */
    public record Reading(Profile profile, List<String> stale) {
        public Reading {
            stale = List.copyOf(stale);
        }

        public boolean isStale() {
            return !stale.isEmpty();
        }
    }

    /** The text of a file for a profile of the program. */
    public static String text(TypedProgram program, Profile profile) {
        return new ProfileWriter(program).text(profile);
    }

    /** Writes the file, or leaves it as it was. */
    public static void write(Path file, TypedProgram program, Profile profile) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path written = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(written, text(program, profile));
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** @throws UnreadableProfile if the file is no profile, or of another program */
    public static Reading read(Path file, TypedProgram program) throws IOException, UnreadableProfile {
        return parse(file.toString(), text(file), program);
    }

    /** The same for the text of a file with this name. */
    public static Reading parse(String name, String text, TypedProgram program) throws UnreadableProfile {
        return new ProfileReader(name, program).read(text);
    }

    private static String text(Path file) throws IOException, UnreadableProfile {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableProfile(file.toString(), "is not UTF-8 text, so it is no profile", ProfileReader.ANY_FILE);
        }
    }
}
