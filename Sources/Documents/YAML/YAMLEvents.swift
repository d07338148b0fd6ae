internal import CLibYAML
internal import Diagnostics

/// libyaml's parser: owns what libyaml allocates, and gives one event at a time.
struct YAMLEvents: ~Copyable {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event read last; it belongs to the parser and lives until the next one.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// A parser of UTF-8 text that outlives it and begins with line `line` of its file; nil if there is no text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, line: Int = 1) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    // It fails only without memory, and the first call of `next` then says so.
    guard yaml_parser_initialize(parser) == 1 else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, start, bytes.count)
    parser.pointee.mark.line = line - 1
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Reads the next event; false if libyaml found an error, which is then in `parser`.
  func next() -> Bool {
    yaml_event_delete(event)
    return parser.pointee.read_handler != nil && yaml_parser_parse(parser, event) == 1
  }
}

extension yaml_mark_t {
  /// libyaml counts lines and columns from 0.
  var location: SourceLocation {
    SourceLocation(line: Int(line) + 1, column: Int(column) + 1)
  }
}
