/** Reads H.264 videos in MP4 and QuickTime files, as a plug-in: put the jars into the folder of plug-ins and name the reader. */
module org.fertivision.video {
    requires static org.jspecify;
    requires jcodec;
    requires transitive org.fertivision.spi;

    exports org.fertivision.video;

    provides org.fertivision.spi.FrameReader with
            org.fertivision.video.VideoReader;
}
