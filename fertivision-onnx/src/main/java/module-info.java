/** Asks a learned model about the pictures of items: a scorer that its owner builds from a model and its contract. */
module org.fertivision.onnx {
    requires static org.jspecify;
    requires com.microsoft.onnxruntime;
    requires transitive org.fertivision.spi;

    exports org.fertivision.onnx;
}
