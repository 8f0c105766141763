/** Reads DICOM images, as a plug-in: put the jar into the folder of plug-ins and name the reader. */
module org.fertivision.dicom {
    requires static org.jspecify;
    requires java.desktop;
    requires transitive org.fertivision.spi;

    exports org.fertivision.dicom;

    provides org.fertivision.spi.FrameReader with
            org.fertivision.dicom.DicomReader;
}
