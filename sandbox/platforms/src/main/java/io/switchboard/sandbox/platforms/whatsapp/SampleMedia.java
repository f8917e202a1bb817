package io.switchboard.sandbox.platforms.whatsapp;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Files for customers to send: a real picture, and for the rest the first bytes that tell the format. */
final class SampleMedia {

    private SampleMedia() {}

    /** A dented parcel, 320 by 240, PNG. */
    static byte[] photo() {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xE8EDF2));
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(new Color(0xB98A5A));
        pen.fillRect(70, 80, 180, 120);
        pen.setColor(new Color(0x8F6740));
        pen.fillPolygon(new int[] {70, 110, 290, 250}, new int[] {80, 50, 50, 80}, 4);
        pen.fillPolygon(new int[] {250, 290, 275, 290, 250}, new int[] {80, 50, 110, 170, 200}, 5);
        pen.setColor(new Color(0xE3D2B8));
        pen.fillRect(150, 80, 20, 120);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    static byte[] startingWith(String magic) {
        return (magic + "\nsandbox sample, not playable\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
