/// Reads what the build wrote into the program: words as a text, one character for a word below 0x8000, else three.
enum WordText {
  /// The words.
  static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: text.count) { output, count in
      var index = 0
      var written = 0
      func next() -> UInt32 {
        let byte = UInt32(text[index])
        index &+= 1
        if byte < 0x80 { return byte }
        let second = UInt32(text[index]) & 0x3F
        index &+= 1
        if byte < 0xE0 { return (byte & 0x1F) &<< 6 | second }
        let third = UInt32(text[index]) & 0x3F
        index &+= 1
        return (byte & 0x0F) &<< 12 | second &<< 6 | third
      }
      while index < text.count {
        let part = next()
        output[written] = part < 0x8000 ? part : part &<< 30 | next() &<< 15 | next()
        written &+= 1
      }
      count = written
    }
  }
}
