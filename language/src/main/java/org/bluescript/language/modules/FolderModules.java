package org.bluescript.language.modules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.SourceFile;

/**
 * The modules in a folder: {@code m} is the file {@code m.bs}, else {@code m.ts}. A path that leaves the folder is refused,
 * also when it does so through a symbolic link.
 */
public final class FolderModules implements ModuleLoader {
    private static final List<String> EXTENSIONS = List.of(".bs", ".ts");

    private final Path folder;
    private final Path shownFolder;
    private final ModuleSource main;

    private FolderModules(Path folder, Path shownFolder, ModuleSource main) {
        this.folder = folder;
        this.shownFolder = shownFolder;
        this.main = main;
    }

    /**
     * The main module {@code file} and the modules beside and below it. Messages show paths that begin as {@code file} does.
     *
     * @throws IOException if the file cannot be read or is not UTF-8
     */
    public static FolderModules of(Path file) throws IOException {
        Path folder = file.toRealPath().getParent();
        Path shown = file.getParent() == null ? Path.of("") : file.getParent();
        String name = file.toRealPath().getFileName().toString();
        ModuleSource main = new ModuleSource(withoutExtension(name), SourceFile.of(file.toString(), read(file)));
        return new FolderModules(folder, shown, main);
    }

    /** The modules in a folder, for a text that stands in no file. */
    public static FolderModules in(Path folder) throws IOException {
        return new FolderModules(folder.toRealPath(), folder, null);
    }

    public ModuleSource main() {
        return main;
    }

    @Override
    public Answer load(ModuleSource importer, String from) {
        if (!ModulePath.isRelative(from)) {
            return Refused.of(
                    "there is no package \"" + from + "\"",
                    "a module of the program is imported by a relative path, such as \"./" + from + "\"");
        }
        Optional<String> path = ModulePath.resolve(importer.path(), from);
        if (path.isEmpty()) {
            return leaves(from);
        }
        for (String extension : EXTENSIONS) {
            Path file = folder.resolve(path.get() + extension);
            if (Files.isRegularFile(file)) {
                return load(from, file);
            }
        }
        boolean hasExtension = EXTENSIONS.stream().anyMatch(from::endsWith);
        String message = "there is no module \"" + from + "\"";
        return hasExtension
                ? Refused.of(message, "imports leave out the extension: \"" + withoutExtension(from) + "\"")
                : Refused.of(message);
    }

    private Answer load(String from, Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder)) {
                return leaves(from);
            }
            Path relative = folder.relativize(real);
            String path = withoutExtension(relative.toString().replace('\\', '/'));
            return new Found(
                    new ModuleSource(path, SourceFile.of(shownFolder.resolve(relative).toString(), read(real))));
        } catch (CharacterCodingException e) {
            return Refused.of("the module \"" + from + "\" is not UTF-8 text");
        } catch (IOException e) {
            return Refused.of("the module \"" + from + "\" cannot be read");
        }
    }

    private static Refused leaves(String from) {
        return Refused.of(
                "the path \"" + from + "\" leaves the program's folder",
                "a program consists of the files beside and below its main file");
    }

    private static String read(Path file) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    }

    private static String withoutExtension(String name) {
        return EXTENSIONS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(e -> name.substring(0, name.length() - e.length()))
                .orElse(name);
    }
}
