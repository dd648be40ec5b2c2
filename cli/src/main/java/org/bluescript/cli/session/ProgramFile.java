package org.bluescript.cli.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.cli.CommandException;
import org.bluescript.language.modules.FolderModules;

/** Opens the file that the user named, or says what is wrong with it. */
public final class ProgramFile {
    private static final List<String> EXTENSIONS = List.of(".bs", ".ts");

    private ProgramFile() {}

    /** The modules that begin with this file. */
    public static FolderModules open(String name) {
        Path file = path(name);
        if (!Files.exists(file)) {
            throw missing(name, file);
        }
        if (Files.isDirectory(file)) {
            throw CommandException.world(name + " is a folder", "name a file in it, such as "
                    + file.resolve("main.bs"));
        }
        if (!Files.isRegularFile(file)) {
            throw CommandException.world(name + " is not a file");
        }
        if (EXTENSIONS.stream().noneMatch(name::endsWith)) {
            throw CommandException.world(name + " is not a BlueScript file", "programs end in .bs or .ts");
        }
        try {
            return FolderModules.of(file);
        } catch (CharacterCodingException e) {
            throw CommandException.world(name + " is not UTF-8 text", "save it as UTF-8");
        } catch (AccessDeniedException e) {
            throw CommandException.world(name + " may not be read", "see its permissions: ls -l " + name);
        } catch (IOException e) {
            throw CommandException.world(name + " cannot be read: " + reason(e));
        }
    }

    private static Path path(String name) {
        try {
            if (name.isEmpty()) {
                throw CommandException.usage("the file name is empty");
            }
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.usage("this cannot be a file name: " + e.getReason());
        }
    }

    private static CommandException missing(String name, Path file) {
        if (Files.isSymbolicLink(file) || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return CommandException.world(name + " is a symbolic link to nothing");
        }
        for (String extension : EXTENSIONS) {
            if (Files.isRegularFile(Path.of(name + extension))) {
                return CommandException.world("there is no file " + name, "did you mean " + name + extension + "?");
            }
        }
        return CommandException.world("there is no file " + name);
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemLoopException ? "its links form a circle" : failure.getMessage();
    }
}
