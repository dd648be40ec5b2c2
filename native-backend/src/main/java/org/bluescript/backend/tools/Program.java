package org.bluescript.backend.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The programs of others that BlueScript starts.
 */
public enum Program {
    GCC("arm-none-eabi-gcc", "gcc-arm-none-eabi", "compiles programs"),
    ASSEMBLER("arm-none-eabi-as", "binutils-arm-none-eabi", "assembles programs"),
    OBJCOPY("arm-none-eabi-objcopy", "binutils-arm-none-eabi", "builds the firmware"),
    OBJDUMP("arm-none-eabi-objdump", "binutils-arm-none-eabi", "shows instructions"),
    QEMU("qemu-system-arm", "qemu-system-arm", "emulates boards");

    private final String command;
    private final String debianPackage;
    private final String purpose;

    Program(String command, String debianPackage, String purpose) {
        this.command = command;
        this.debianPackage = debianPackage;
        this.purpose = purpose;
    }

    /** As one would type it. */
    public String command() {
        return command;
    }

    public String debianPackage() {
        return debianPackage;
    }

    /** What BlueScript does with it, in two words. */
    public String purpose() {
        return purpose;
    }

    /** Looks for it in the folders of {@code path}, which is what the environment variable PATH holds. */
    public Optional<Path> find(String path) {
        for (String folder : path.split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                Path candidate = Path.of(folder, command);
                if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Where it is. */
    public Path require(String path) {
        return find(path).orElseThrow(() ->
                new ToolchainException(new ToolchainProblem.Missing(command, debianPackage)));
    }
}
