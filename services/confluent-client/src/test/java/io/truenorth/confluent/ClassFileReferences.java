package io.truenorth.confluent;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file refers to, read from its constant pool (JVMS 4.4): the classes by name, and the methods and fields
 * by owner, name and descriptor. Names have the binary form with dots, arrays are left out.
 */
record ClassFileReferences(List<String> classes, List<Member> members) {
    /** A method or field of another class. */
    record Member(String owner, String name, String descriptor) {
        boolean isMethod() {
            return descriptor.startsWith("(");
        }

        @Override
        public String toString() {
            return owner + "." + name + " " + descriptor;
        }
    }

    static ClassFileReferences of(byte[] classFile) throws IOException {
        return new ConstantPool(classFile).references();
    }

    private static final class ConstantPool {
        private final String[] texts;
        private final int[] tags;
        private final int[] firsts;
        private final int[] seconds;

        ConstantPool(byte[] classFile) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
            in.skipNBytes(8);
            int size = in.readUnsignedShort();
            texts = new String[size];
            tags = new int[size];
            firsts = new int[size];
            seconds = new int[size];
            for (int i = 1; i < size; i++) {
                i += readEntry(in, i);
            }
        }

        /** Returns how many slots beyond its own the entry takes. */
        private int readEntry(DataInputStream in, int i) throws IOException {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> in.skipNBytes(8);
                case 7, 8, 16, 19, 20 -> firsts[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    firsts[i] = in.readUnsignedShort();
                    seconds[i] = in.readUnsignedShort();
                }
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("constant pool tag " + tags[i] + " at " + i);
            }
            return tags[i] == 5 || tags[i] == 6 ? 1 : 0;
        }

        ClassFileReferences references() {
            List<String> classes = new ArrayList<>();
            List<Member> members = new ArrayList<>();
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] == 7 && !isArray(i)) {
                    classes.add(className(i));
                } else if (tags[i] >= 9 && tags[i] <= 11 && !isArray(firsts[i])) {
                    int nameAndType = seconds[i];
                    members.add(
                            new Member(className(firsts[i]), texts[firsts[nameAndType]], texts[seconds[nameAndType]]));
                }
            }
            return new ClassFileReferences(classes, members);
        }

        private boolean isArray(int classIndex) {
            return texts[firsts[classIndex]].startsWith("[");
        }

        private String className(int classIndex) {
            return texts[firsts[classIndex]].replace('/', '.');
        }
    }
}
